// What comes next on a shared tablet, worked out without the site: the same rules as surveys/logic/truth.py,
// surveys/journey.py and mir/respond/kinds/understood.py. tests/browser/test_tablet_path.py holds both side by side.
// True, false or unknown (null), by the three-valued logic of Kleene.
"use strict";
globalThis.tabletPath = (() => {
  const UNKNOWN = null;
  const COMPARED = {
    "==": (one, other) => one === other,
    "!=": (one, other) => one !== other,
    "<": (one, other) => one < other,
    "<=": (one, other) => one <= other,
    ">": (one, other) => one > other,
    ">=": (one, other) => one >= other,
  };
  const only = (node) => Object.entries(node)[0];
  const isNode = (part) => typeof part === "object" && !Array.isArray(part);
  const isCount = (part) => isNode(part) && "count" in part;

  // `values` is a Map of a code to its value: a number, a text, or a Set of codes.
  function holds(condition, values) {
    const [operator, parts] = only(condition);
    if (operator === "answered") return values.has(parts);
    if (operator === "not") {
      const inner = holds(parts[0], values);
      return inner === UNKNOWN ? UNKNOWN : !inner;
    }
    if (operator === "and" || operator === "or") return joined(parts, values, operator === "or");
    return compared(operator, parts[0], parts[1], values);
  }

  function joined(parts, values, deciding) {
    const truths = parts.map((part) => holds(part, values));
    if (truths.includes(deciding)) return deciding;
    return truths.includes(UNKNOWN) ? UNKNOWN : !deciding;
  }

  function compared(operator, left, right, values) {
    if (isCount(left) || isCount(right)) {
      const found = new Set();
      for (const one of numbers(left, values))
        for (const other of numbers(right, values)) found.add(pair(operator, one, other));
      return found.size === 1 ? [...found][0] : UNKNOWN;
    }
    const one = valueOf(left, values);
    if (Array.isArray(right)) return among(operator, one, right);
    const other = valueOf(right, values);
    if (operator === "in") return other instanceof Set ? other.has(one) : UNKNOWN;
    return pair(operator, one, other);
  }

  function valueOf(node, values) {
    if (!isNode(node)) return node;
    return values.has(node.name) ? values.get(node.name) : UNKNOWN;
  }

  // Every number that a count may come to, once the unknown parts of it are known.
  function numbers(node, values) {
    if (!isCount(node)) return [valueOf(node, values)];
    const truths = node.count.map((part) => holds(part, values));
    const least = truths.filter((truth) => truth === true).length;
    const open = truths.filter((truth) => truth === UNKNOWN).length;
    return Array.from({ length: open + 1 }, (_, more) => least + more);
  }

  // Two kinds of value are never compared.
  function pair(operator, one, other) {
    if (one === UNKNOWN || other === UNKNOWN || one instanceof Set || typeof one !== typeof other) return UNKNOWN;
    return COMPARED[operator](one, other);
  }

  function among(operator, one, listed) {
    if (one === UNKNOWN) return UNKNOWN;
    const chosen = one instanceof Set ? one : new Set([one]);
    if (operator === "all-in") return listed.every((part) => chosen.has(part));
    return listed.some((part) => chosen.has(part));
  }

  // The steps that are asked after these answers. `person` has voice, read and fields: what stood on each page.
  function path(steps, person) {
    const seen = new Map([["voice", person.voice], ["presentation", person.read]]);
    return steps.filter((step) => {
      if (!step.conditions.every((condition) => holds(condition, seen) === true)) return false;
      const { value } = understood(step, person.fields[step.code] || []);
      if (value !== undefined) seen.set(step.code, value);
      return true;
    });
  }

  // What stood on a page, understood: {nothing}, {state}, {value}, or {fault}: the field and the sentence.
  // Where in doubt it is stricter than the site, so that the site never refuses what this has let by.
  function understood(step, pairs) {
    const all = (name) => pairs.filter(([key, value]) => key === name && value !== "").map(([, value]) => value);
    const typed = step.look === "choice" || step.look === "several" ? "" : plain(all("answer")[0] || "");
    const places = pairs.filter(([key, value]) => /^place\d+$/.test(key) && value !== "");
    const chosen = step.look === "ranking" ? places.map(([, value]) => value) : typed ? [] : all("answer").filter(plain);
    const month = all("month")[0] || "";
    const ticked = [...chosen, ...all("state")];
    if (!ticked.length && !typed && !month) return { nothing: true };
    const states = ticked.filter((code) => step.apart.includes(code));
    if (states.length) {
      const alone = ticked.length === 1 && !typed && !month;
      return alone ? { state: states[0] } : fault(step.either[states[0]]);
    }
    return READ[step.look](step, { chosen, typed, month });
  }

  const fault = (sentence, field = "answer") => ({ fault: { field, sentence } });

  const READ = {
    choice: (step, { chosen }) => ({ value: step.values[chosen[0]] }),
    several(step, { chosen }) {
      const lonely = chosen.find((code) => step.alone.includes(code));
      return lonely && chosen.length > 1 ? fault(step.either[lonely]) : { value: new Set(chosen) };
    },
    ranking(step, { chosen }) {
      const twice = chosen.find((code, place) => chosen.indexOf(code) < place);
      return twice ? fault(step.twice[twice]) : { value: new Set(chosen) };
    },
    number(step, { typed }) {
      const number = whole(typed);
      return number === null || number < step.least || number > step.most ? fault(step.between) : { value: number };
    },
    month(step, { typed, month }) {
      if (!month) return fault(step.month, "month");
      const year = digits(typed);
      if (!/^\d{4}$/.test(year) || year < "1900" || year > "2100") return fault(step.year);
      return { value: `${year}-${month}` };
    },
    line: text,
    lines: text,
  };

  function text(step, { typed }) {
    const length = [...typed].length;
    return length > step.longest ? fault(step.too_long_answer.replace("{length}", length)) : { value: typed };
  }

  function whole(typed) {
    let bare = digits(typed);
    if (/^-?\d+([ ,]\d{3})+$/.test(bare)) bare = bare.replace(/[ ,]/g, "");
    return /^-?\d{1,11}$/.test(bare) ? Number(bare) : null;
  }

  // Digits of any script as 0 to 9: each script has its ten in a row.
  function digits(typed) {
    return typed.replace(/\p{Nd}/gu, (one) => {
      let before = 0;
      while (/\p{Nd}/u.test(String.fromCodePoint(one.codePointAt(0) - before - 1))) before += 1;
      return String(before % 10);
    });
  }

  // One kind of line end, nothing that cannot be printed, and no space around it. A byte order mark is no space
  // to the site, so it is none here.
  function plain(typed) {
    const clean = typed.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
    return clean.replace(/^((?!\ufeff)\s)+/, "").replace(/((?!\ufeff)\s)+$/, "");
  }

  return { holds, path, understood, plain };
})();
