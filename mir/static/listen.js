/* Reads a page aloud when somebody asks: a recording where there is one, else a voice of this very device.
   Voices that lie on somebody else's computer are never used: they would be told what is asked here. */
(() => {
  const button = document.querySelector(".listen");
  const speech = window.SpeechSynthesisUtterance && window.speechSynthesis;
  if (!button || !(button.dataset.sound || speech)) return;
  const label = button.querySelector("span");
  const silent = document.querySelector(".silent");
  const ask = label.textContent;
  const base = (tag) => tag.toLowerCase().split(/[-_]/)[0];
  const SAID = "h1, h2, h3, p, li, dt, dd, label, .way";
  let stop = null;

  function ended() {
    stop = null;
    label.textContent = ask;
  }

  function lines() {
    const main = document.querySelector("main");
    const parts = main.querySelector("fieldset") ? main.querySelectorAll(".errors, fieldset") : [main];
    return [...parts].flatMap((part) => [...part.querySelectorAll(SAID)]).filter((one) =>
      !one.parentElement.closest(SAID) && one.getClientRects().length && one.innerText.trim());
  }

  function voices() {
    const now = speech.getVoices();
    if (now.length) return Promise.resolve(now);
    return new Promise((done) => {
      const later = () => done(speech.getVoices());
      speech.addEventListener("voiceschanged", later, { once: true });
      setTimeout(later, 1000);
    });
  }

  function spoken(one, known) {
    const tag = (one.querySelector("[lang]") || one.closest("[lang]")).lang;
    const near = known.filter((voice) => voice.localService && base(voice.lang) === base(tag));
    const british = near.find((voice) => /GB/i.test(voice.lang));
    const said = new SpeechSynthesisUtterance(one.innerText.trim());
    said.voice = near.find((voice) => voice.default) || british || near[0] || null;
    said.lang = said.voice ? said.voice.lang : tag;
    return said;
  }

  async function read() {
    const here = () => speech.cancel();
    stop = here;
    const known = await voices();
    if (stop !== here) return;
    const all = lines().map((one) => spoken(one, known));
    if (!all.length || all.some((one) => !one.voice)) {
      silent.textContent = button.dataset.silent;
      return ended();
    }
    all.at(-1).onend = ended;
    all.forEach((one) => {
      one.onerror = ended;
      speech.speak(one);
    });
  }

  function play() {
    const sound = new Audio(button.dataset.sound);
    sound.onended = ended;
    sound.onerror = () => {
      ended();
      if (speech) begin(read);
    };
    stop = () => sound.pause();
    sound.play().catch(() => {});
  }

  function begin(how) {
    silent.textContent = "";
    label.textContent = button.dataset.stop;
    how();
  }

  function halt() {
    if (stop) stop();
    ended();
  }

  button.hidden = false;
  button.addEventListener("click", () => (stop ? halt() : begin(button.dataset.sound ? play : read)));
  window.addEventListener("pagehide", halt);
  if (speech) speech.getVoices();
})();
