// Lets readers say whether their visits are counted: on the page that explains it, or in the region that asks.
// Loaded by audience.js, if there is something to answer.
export function offer(state, keep) {
  const page = document.querySelector(".audience-choice");
  const place = page ?? document.querySelector(".asking");
  const buttons = [...place.querySelectorAll("[data-answer]")];

  const show = () => {
    const now = state();
    if (!page) {
      place.hidden = now !== "unasked";
      return;
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
      show();
      if (place.hidden) document.querySelector("main")?.focus({ preventScroll: true });
    });
  // The answer may have been given in another window, or on the page that the reader comes back from.
  for (const event of ["storage", "pageshow"]) addEventListener(event, show);
  // The height of the region: the page ends above it, and what takes focus is scrolled clear of it.
  const makeRoom = () => document.documentElement.style.setProperty("--asking", `${place.offsetHeight}px`);
  if (!page) new ResizeObserver(makeRoom).observe(place);
  show();
}
