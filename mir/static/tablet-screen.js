// What stands on the screen of a shared tablet: a page that the site drew beforehand, with what this person said.
"use strict";
globalThis.tabletScreen = (() => {
  const { now, drawn, given, steps, stepOf } = tabletPerson;
  const READABLE = /^(answer|state|month|comment|place\d+)$/;

  function show(page) {
    const root = document.documentElement;
    for (const name of ["lang", "dir"]) root.setAttribute(name, page.documentElement.getAttribute(name));
    document.title = page.title;
    document.body.className = page.body.className;
    if (now.person) document.body.classList.add(...now.person.looks);
    document.body.replaceChildren(...[...page.body.children].map((one) => document.importNode(one, true)));
    document.querySelectorAll("form").forEach((form) => form.setAttribute("autocomplete", "off"));
    window.scrollTo(0, 0);
    document.getElementById("main").focus();
  }

  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

  function showPage(name) {
    const { person } = now;
    show(parsed(drawn(name)));
    const chosen = person.chosen || person;
    if (name === "help") fill([["help", chosen.help], ["helper", chosen.helper]]);
    if (name === "again") document.getElementById("so-far").append(` ${given()}`);
    if (name === "check") check();
    if (name === "words") document.querySelectorAll(".four-words li").forEach((one, at) => (one.textContent = person.words[at]));
    if (name.startsWith("question ")) question(name.slice(9));
  }

  function question(code) {
    const { person, pages } = now;
    const asked = steps();
    const place = asked.findIndex((step) => step.code === code) + 1;
    const later = pages.steps.length - pages.steps.indexOf(stepOf(code)) - 1;
    const said = pages.branches ? pages.progress_most : pages.progress;
    const total = pages.branches ? place + later : asked.length;
    const progress = said.replace("{number}", place).replace("{total}", total);
    document.querySelector(".where p").firstChild.data = `${progress} `;
    fill(person.rough[code] || person.fields[code] || []);
  }

  function fill(pairs) {
    for (const field of document.querySelectorAll("main input, main select, main textarea")) {
      const mine = pairs.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "radio" || field.type === "checkbox") field.checked = mine.includes(field.value);
      else if (mine.length && READABLE.test(field.name)) field.value = mine[0];
    }
    const comment = document.getElementById("comment");
    if (comment && comment.value) comment.closest("details").open = true;
  }

  // What was typed or chosen on the page, as pairs of a field's name and its value.
  const read = (form) => [...form.entries()].filter(([name, value]) => READABLE.test(name) && value !== "");

  // The page that checks: the site drew a row for every question; those not asked go, the others are filled.
  function check() {
    const asked = new Set(steps().map((step) => step.code));
    for (const link of document.querySelectorAll(".answers .change a")) {
      const code = codeOf(link);
      const row = link.closest("dl > div");
      if (code && !asked.has(code)) row.remove();
      else if (code) tell(row.querySelector("dd"), code);
      else tellHelp(row.querySelector("dd"));
    }
    for (const section of document.querySelectorAll("dl.answers")) {
      if (section.children.length) continue;
      section.previousElementSibling.remove();
      section.remove();
    }
  }

  const codeOf = (link) => (/\/answer\/question\/([a-z0-9_]+)/.exec(link.getAttribute("href")) || [])[1];

  function tell(place, code) {
    const pairs = now.person.fields[code] || [];
    const page = parsed(drawn(`question ${code}`));
    const lines = pairs
      .filter(([name, value]) => name !== "comment" && value)
      .map(([name, value]) => labelOf(page, name, value));
    if (lines.length) {
      place.replaceChildren();
      lines.forEach((line, at) => place.append(...(at ? [document.createElement("br")] : []), line));
    }
    const [, comment] = pairs.find(([name]) => name === "comment") || [];
    if (!comment) return;
    const quoted = document.createElement("q");
    quoted.dir = "auto";
    quoted.textContent = comment;
    const said = document.createElement("p");
    said.className = "comment";
    said.append(`${now.pages.you_wrote} `, quoted);
    place.append(said);
  }

  // What the page called an answer: the words beside the button, or of the list, or what was typed.
  function labelOf(page, name, value) {
    for (const field of page.querySelectorAll(`main [name="${name}"]`)) {
      if (field.tagName === "SELECT") {
        const chosen = [...field.options].find((option) => option.value === value);
        return chosen ? chosen.textContent : value;
      }
      if (field.value === value && field.closest("label")) {
        return document.importNode(field.closest("label").querySelector("span"), true);
      }
    }
    return value;
  }

  function tellHelp(place) {
    const { person } = now;
    const page = parsed(now.pages.pages.help);
    const lines = [labelOf(page, "help", person.help)];
    if (person.help !== "none" && person.helper) lines.push(document.createElement("br"), labelOf(page, "helper", person.helper));
    place.replaceChildren(...lines);
  }

  function problem(field, sentence) {
    document.querySelectorAll(".errors, main p.error").forEach((one) => one.remove());
    const found = document.getElementById(field) || document.getElementById("main");
    const summary = document.createElement("div");
    summary.className = "errors";
    summary.tabIndex = -1;
    summary.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.textContent = now.pages.look_again;
    const link = document.createElement("a");
    link.href = `#${found.id}`;
    link.textContent = sentence;
    const item = document.createElement("li");
    item.append(link);
    const items = document.createElement("ul");
    items.append(item);
    summary.append(heading, items);
    document.getElementById("main").prepend(summary);
    document.title = `${now.pages.error}: ${parsed(drawn(now.person.at)).title}`;
    summary.focus();
    window.scrollTo(0, 0);
  }

  return { show, parsed, showPage, read, codeOf, problem };
})();
