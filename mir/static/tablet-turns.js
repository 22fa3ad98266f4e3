// From one page of a shared tablet to the next: what a button or a link means where this person is. Each returns the
// name of a page, or of a deed of tablet.js ("finish", "forget", "forget all", "give words"), or nothing: stay here.
"use strict";
globalThis.tabletTurns = (() => {
  const { now, given, isAnsweredFor, steps, stepOf } = tabletPerson;
  const { codeOf, problem, read } = tabletScreen;
  const ASIDE = ["safe", "kept", "stop", "words"]; // pages that lead away from the questions for a while

  const first = () => `question ${steps()[0].code}`;
  const begin = () => (now.pages.pages.help ? "help" : first());
  const after = (code) => {
    const asked = steps();
    const next = asked[asked.findIndex((step) => step.code === code) + 1];
    return next ? `question ${next.code}` : "check";
  };
  const before = (code) => {
    const asked = steps();
    const place = asked.findIndex((step) => step.code === code);
    return place > 0 ? `question ${asked[place - 1].code}` : begin();
  };

  function another(go) {
    const { site, person } = now;
    if (go === "switch") person.read = site.presentations.find((one) => one !== person.read) || person.read;
    else if (go.startsWith("language-")) person.language = go.slice(9);
    else if (go.startsWith("look-")) look(go.slice(5).replace(/-off$/, ""));
    else return false;
    return true;
  }

  // Large print, black and yellow, no pictures: pressed again, as it was. The next person starts afresh.
  const look = (name) => now.person.looks.delete(name) || now.person.looks.add(name);

  const turned = {
    welcome(form, go, button) {
      if (button.name !== "presentation") return another(go) ? "welcome" : null;
      now.person.read = button.value;
      return "consent";
    },
    consent: (form, go) => (go === "no" ? "declined" : another(go) ? "consent" : begin()),
    help(form, go) {
      const { person, pages } = now;
      const help = form.get("help") || "";
      const helper = form.get("helper") || "";
      if (go === "next" && !help) return problem("help", pages.choose_help);
      if (go === "next" && help !== "none" && !helper) return problem("helper", pages.choose_helper);
      // Answers of the person and of somebody who answers for them never come together.
      const turns = isAnsweredFor(help) !== isAnsweredFor(person.help) && given() > 0;
      person.chosen = turns ? { help, helper } : null;
      if (!turns) Object.assign(person, { help, helper });
      if (another(go)) return "help";
      if (turns) return "again";
      if (go === "back") return person.checking ? "check" : "consent";
      return person.checking ? "check" : first();
    },
    again(form, go) {
      if (another(go)) return "again";
      Object.assign(now.person, now.person.chosen, { chosen: null, fields: {}, rough: {}, checking: false });
      return first();
    },
    check: (form, go) => (another(go) ? "check" : "finish"),
    stop: (form, go) => (go === "words" ? "give words" : left(go, "stop")),
    words: (form, go) => left(go, "words"),
  };

  function left(go, name) {
    if (go === "later") return "forget";
    if (go === "forget") return "forget all";
    return another(go) ? name : now.person.before;
  }

  function answered(code, form, go) {
    const { person } = now;
    const step = stepOf(code);
    const pairs = read(form);
    const comment = pairs.filter(([name]) => name === "comment");
    const mine = go === "skip" ? comment : pairs;
    const { nothing, fault } = tabletPath.understood(step, mine);
    const length = [...tabletPath.plain(comment.length ? comment[0][1] : "")].length;
    if (length > 4000) return problem("comment", step.too_long.replace("{length}", length));
    if (go === "next" && nothing) return problem("answer", step.asks);
    if (fault && go !== "worried") return problem(fault.field, fault.sentence);
    // What is not understood yet stays on its page, and is never sent.
    delete person.rough[code];
    if (fault) person.rough[code] = mine;
    const was = steps().map((one) => one.code).join();
    if (!fault) person.fields[code] = mine;
    if (another(go)) return person.at;
    if (go === "worried" || go === "stop") return aside(go === "worried" ? "safe" : person.words ? "words" : "stop");
    const fresh = was !== steps().map((one) => one.code).join();
    if (person.checking && !fresh) return "check";
    person.checking = false;
    return go === "back" ? before(code) : after(code);
  }

  function aside(name) {
    if (!ASIDE.includes(now.person.at)) now.person.before = now.person.at;
    return name;
  }

  function pressed(form, button) {
    const { at } = now.person;
    const go = button.name === "go" ? button.value : "next";
    if (at.startsWith("question ")) return answered(at.slice(9), form, go);
    return turned[at] ? turned[at](form, go, button) : another(go) && at;
  }

  function followed(link) {
    const { person } = now;
    const { pathname, searchParams } = new URL(link.href);
    if (pathname === "/leave" || pathname === "/tablet/") return "forget";
    if (pathname === "/safe") return aside("safe");
    if (pathname.endsWith("/what-we-keep")) {
      if (person.at === "kept" && searchParams.get("read")) person.read = searchParams.get("read");
      if (person.at === "kept" && searchParams.get("language")) person.language = searchParams.get("language");
      return aside("kept");
    }
    if (person.at === "safe" || person.at === "kept") return person.before || "forget";
    if (person.at === "welcome" && searchParams.get("language")) {
      person.language = searchParams.get("language");
      return "welcome";
    }
    if (person.at === "again") {
      person.chosen = null;
      return person.checking ? "check" : first();
    }
    person.checking = person.at === "check";
    if (codeOf(link)) return `question ${codeOf(link)}`;
    return pathname === "/answer/help" ? "help" : undefined;
  }

  // Back goes to the page before of this person, never out of the tablet or to anybody else.
  function back() {
    const { at, before: from } = now.person;
    if (at.startsWith("question ")) return before(at.slice(9));
    if (at === "check") return `question ${steps().at(-1).code}`;
    if (at === "help") return "consent";
    if (at === "consent") return "welcome";
    return from && ASIDE.includes(at) ? from : "forget";
  }

  return { pressed, followed, back };
})();
