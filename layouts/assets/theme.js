// Applies the reader's choice of a light or dark theme; without one, the stylesheet follows the system.
// Only a choice that differs from the system's is stored, in this browser alone: nothing else is, and nothing is sent.
{
  const root = document.documentElement;
  const KEY = "carnet-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const ofSystem = () => (system.matches ? "dark" : "light");
  const current = () => root.dataset.theme ?? ofSystem();
  let storage;
  try {
    storage = localStorage;
  } catch {
    // The choice then applies only to its page.
  }

  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    document.querySelector(".theme-switch")?.setAttribute("aria-pressed", String(current() === "dark"));
  };
  const applyStored = () => apply(storage?.getItem(KEY));

  const toggle = () => {
    const wanted = current() === "dark" ? "light" : "dark";
    const choice = wanted === ofSystem() ? undefined : wanted;
    apply(choice);
    if (choice === undefined) storage?.removeItem(KEY);
    else storage?.setItem(KEY, choice);
  };

  const start = () => {
    applyStored();
    // On the button itself: below a listener of the document, screen readers call every code block and table clickable.
    document.querySelector(".theme-switch")?.addEventListener("click", toggle);
  };

  root.dataset.scripts = "";
  applyStored();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  system.addEventListener("change", applyStored);
  // The choice may have been made in another window, or on the page that the reader comes back from.
  for (const event of ["storage", "pageshow"]) addEventListener(event, applyStored);
}
