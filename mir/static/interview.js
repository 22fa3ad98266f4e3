/* Number keys for an interviewer: a number chooses, Enter goes on. The pages work the same without them.
   They are never heard while something is typed, nor outside the main part, and a setting turns them off. */
"use strict";
(() => {
  document.querySelectorAll("[data-keys]").forEach((one) => { one.hidden = false; });
  if (document.body.classList.contains("keyless")) return;
  const keyed = new Map([...document.querySelectorAll("[data-key]")].map((one) => [one.dataset.key, one]));
  const TYPED = "input:not([type=radio], [type=checkbox]), textarea, select";
  const PRESSED = "a, button, summary, input";
  document.querySelectorAll("kbd").forEach((one) => { one.hidden = false; });
  keyed.forEach((one, key) => one.setAttribute("aria-keyshortcuts", key));

  // The figures of an Arabic or an Urdu keyboard too.
  function figure(key) {
    const place = key.length === 1 ? ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"].map((all) => all.indexOf(key)) : [];
    const found = Math.max(-1, ...place);
    return found < 0 ? "" : String(found);
  }

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || at.matches(TYPED)) return;
    if (at !== document.body && !at.closest("main")) return;
    const next = document.querySelector("#answers button[value=next]");
    if (event.key === "Enter" && next && !at.closest(PRESSED)) {
      event.preventDefault();
      next.click();
    }
    const one = keyed.get(figure(event.key));
    if (!one) return;
    event.preventDefault();
    if (one.matches("input")) one.click();
    one.focus();
  });
})();
