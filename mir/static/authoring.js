// Makes the pages for surveys quicker. Every one of them works without it.
"use strict";

// What people see, as somebody types.
for (const form of document.querySelectorAll("form[data-live]")) {
  const frame = form.querySelector("iframe");
  let waiting, latest = 0;
  const show = async () => {
    const mine = ++latest;
    try {
      const answer = await fetch(form.dataset.live, { method: "POST", body: new FormData(form) });
      const text = await answer.text();
      if (answer.ok && mine === latest) frame.srcdoc = text;
    } catch { /* The button beside the frame still works. */ }
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(show, 400); };
  form.addEventListener("input", soon);
  form.addEventListener("moved", soon);
  if (!frame.hasAttribute("src")) show();
}

// A chooser shows at once what is chosen.
for (const form of document.querySelectorAll("form[data-choose]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// After a button that changes the page, the field it is about is in sight and in focus.
const goal = document.querySelector("[data-goal]");
if (goal) document.getElementById(goal.dataset.goal)?.focus();

// Dragging, beside the buttons that move things.
for (const list of document.querySelectorAll("form[data-drag] ol")) {
  let held = null;
  for (const item of list.children) {
    if (item.hasAttribute("data-fixed")) continue;
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.textContent = "⋮⋮";
    grip.setAttribute("aria-hidden", "true");
    grip.addEventListener("pointerdown", () => { item.draggable = true; });
    item.prepend(grip);
    item.addEventListener("dragstart", () => { held = item; item.classList.add("held-up"); });
    item.addEventListener("dragend", () => {
      item.draggable = false;
      item.classList.remove("held-up");
      held = null;
    });
  }
  list.addEventListener("dragover", (event) => {
    if (!held) return;
    event.preventDefault();
    const over = event.target.closest("li");
    if (!over || over === held || over.parentNode !== list) return;
    const box = over.getBoundingClientRect();
    const before = event.clientY < box.top + box.height / 2 && !over.hasAttribute("data-fixed");
    list.insertBefore(held, before ? over : over.nextSibling);
  });
  list.addEventListener("drop", (event) => {
    if (!held) return;
    event.preventDefault();
    const form = list.closest("form");
    if (!held.querySelector("[name=entry]")) {
      form.dispatchEvent(new Event("moved"));
      return;
    }
    const go = document.createElement("input");
    go.type = "hidden";
    go.name = "go";
    go.value = "order";
    form.append(go);
    form.submit();
  });
}
