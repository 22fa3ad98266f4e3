// Typing in booklets faster: a full field goes on to the next, Enter and the arrow keys move. The page works without it.
"use strict";
(() => {
  const form = document.getElementById("keying");
  if (!form) return;
  const stops = () => [...form.querySelectorAll("input:not([type=hidden]), textarea, button")];
  const go = (from, step) => {
    const all = stops();
    const next = all[all.indexOf(from) + step];
    if (!next) return;
    next.focus();
    if (next.select) next.select();
  };
  form.addEventListener("input", (event) => {
    const most = Number(event.target.dataset.keys || 0);
    if (most && event.target.value.length >= most) go(event.target, 1);
  });
  form.addEventListener("keydown", (event) => {
    if (event.target.tagName !== "INPUT" || event.isComposing) return;
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      go(event.target, 1);
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      go(event.target, -1);
    }
  });
})();
