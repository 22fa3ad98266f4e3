// Asking a device to make a passkey, or to sign with one. What it answers goes back with the form.
"use strict";
(() => {
  const form = document.getElementById("passkey");
  const Key = window.PublicKeyCredential;
  if (!form || !Key || !Key.parseCreationOptionsFromJSON) return;
  const told = document.getElementById("passkey-told");
  const options = JSON.parse(form.dataset.options);
  const making = form.dataset.what === "make";
  form.querySelector("div[hidden]").hidden = false;
  told.textContent = "";
  form.addEventListener("submit", async (event) => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    told.textContent = "Your device asks you now.";
    try {
      const answer = making
        ? await navigator.credentials.create({ publicKey: Key.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: Key.parseRequestOptionsFromJSON(options) });
      form.elements.answer.value = JSON.stringify(answer);
      form.requestSubmit();
    } catch {
      told.textContent = "Your device did not do it, or you stopped it. You can try again.";
    }
  });
})();
