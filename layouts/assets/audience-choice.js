// Lets readers say whether their visits are counted: on the page that explains it, or in the region that asks.
// Loaded by audience.js, if there is something to answer.
export function offer(state, keep) {
  const page = document.querySelector(".audience-choice");
  const place = page ?? document.querySelector(".asking");
  const buttons = [...place.querySelectorAll("[data-answer]")];

  /** In a low window, the question is at the end of the page, also in keyboard order, and does not cover the page. */
  const low = matchMedia("(max-height: 24rem)");
  const home = place.previousElementSibling;
  const settle = () => {
    const held = place.contains(document.activeElement) && document.activeElement;
    if (low.matches) document.body.append(place);
    else home.after(place);
    if (held) held.focus({ preventScroll: true });
    makeRoom();
  };

  /** Sets the height of the region: the page ends above it, and what takes focus is scrolled clear of it. */
  const makeRoom = () =>
    document.documentElement.style.setProperty("--asking", `${low.matches ? 0 : place.offsetHeight}px`);

  const show = () => {
    const now = state();
    if (!page) {
      place.hidden = now !== "unasked";
      return makeRoom();
    }
    page.querySelector("[role=status]").textContent = page.dataset[now];
    page.querySelector(".audience-answers").hidden = !["yes", "no", "unasked"].includes(now);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.answer === now));
  };

  for (const button of buttons)
    button.addEventListener("click", () => {
      const { answer } = button.dataset;
      // A single button also withdraws its own answer.
      keep(buttons.length === 1 && state() === answer ? "yes" : answer);
      const focused = place.contains(document.activeElement);
      show();
      if (place.hidden && focused) document.querySelector("main")?.focus({ preventScroll: true });
    });
  // The answer may have been given in another window, or on the page that the reader comes back from.
  for (const event of ["storage", "pageshow"]) addEventListener(event, show);
  if (!page) {
    settle();
    low.addEventListener("change", settle);
    new ResizeObserver(makeRoom).observe(place);
  }
  show();
}
