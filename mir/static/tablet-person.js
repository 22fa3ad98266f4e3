// Whoever answers now on a shared tablet: all they said, and the pages in their way to read. It is in this script's
// memory only, so a reload, Back or another window can never show anybody else's. What is kept is locked, and no
// window can open it (tablet-keeping.js).
"use strict";
globalThis.tabletPerson = (() => {
  const FOR_THE_PERSON = "answered_for_me";
  const now = {
    site: null, // what the site said of this round
    closed: null, // in the site's words, why nobody may start any more
    person: null,
    pages: null, // in this person's way to read
  };

  function somebody(voice, language) {
    const { site } = now;
    return {
      voice, at: "", before: "", help: "", helper: "", chosen: null, fields: {}, rough: {},
      language: site.languages.includes(language) ? language : site.languages[0],
      read: site.presentations.includes("easy_read") ? "easy_read" : site.presentations[0],
      looks: new Set(), words: null, letGo: null,
      id: tabletKeeping.chance(), key: tabletKeeping.chance(), begun: tabletKeeping.chance(),
    };
  }

  async function load() {
    const { site, person, pages } = now;
    const name = `${person.voice} ${person.language} ${person.read}`;
    if (pages && pages.name === name) return;
    now.pages = { name, ...(await (await fetch(site.pages[name])).json()) };
  }

  const isAnsweredFor = (help) => help === FOR_THE_PERSON;

  // Whoever answers for a person is asked about the person, where there are words for that.
  function drawn(name) {
    const { pages } = now.pages;
    return (isAnsweredFor(now.person.help) && pages[`for ${name}`]) || pages[name];
  }

  const given = () => Object.values(now.person.fields).filter((pairs) => pairs.length).length;
  const steps = () => tabletPath.path(now.pages.steps, now.person);
  const stepOf = (code) => now.pages.steps.find((step) => step.code === code);

  // Somebody with four words can come back, so what they said so far is kept at every page, locked. Nobody could ever
  // come back to the answers of anybody else: those are not kept. Returns whether it could not be done.
  async function keep() {
    if (!now.person.words) return false;
    const { id, begun, fields, words } = now.person;
    return tabletKeeping.keep(id, { ...letter(), key: begun, fields, words }, now.site).then(() => false, () => true);
  }

  function letter() {
    const { key, voice, language: spoken, read, help, helper } = now.person;
    return {
      key, voice, language: spoken, presentation: read,
      help: help || "none", helper: helper === "unknown" || help === "none" ? null : helper || null,
    };
  }

  function fourWords() {
    const listed = now.site.words.split(" ");
    return [1, 2, 3, 4].map(() => listed[below(listed.length)]);
  }

  // A number by chance below this one, each as likely as any other.
  function below(most) {
    const [found] = crypto.getRandomValues(new Uint32Array(1));
    return found < Math.floor(2 ** 32 / most) * most ? found % most : below(most);
  }

  return { now, somebody, load, isAnsweredFor, drawn, given, steps, stepOf, keep, letter, fourWords };
})();
