// Light or dark as the reader chose, before anything is painted; the stylesheet follows the system where nothing was chosen.
// What is kept, in this browser alone, is a choice that differs from the system's: nothing else, and nothing is sent.
// Pages ask for it beside themselves, so that it runs on a disk too, where it calls disk.js.
{
  const root = document.documentElement;
  const KEY = "carnet-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const ofSystem = () => (system.matches ? "dark" : "light");
  const current = () => root.dataset.theme ?? ofSystem();

  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const keep = (theme) => {
    try {
      if (theme === undefined) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // The choice then holds for this page.
    }
  };
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const button of document.querySelectorAll(".theme-switch"))
      button.setAttribute("aria-pressed", String(current() === "dark"));
    paintBars();
  };

  /** The browser's own bars: of the two colours, each for a system's theme, the one of the theme that was chosen. */
  const paintBars = () => {
    const { theme } = root.dataset;
    for (const meta of document.querySelectorAll('meta[name="theme-color"][media]')) {
      const served = meta.dataset.served || meta.getAttribute("media");
      meta.dataset.served = served;
      const chosen = served.includes(theme) ? "all" : "not all";
      meta.setAttribute("media", theme === undefined ? served : chosen);
    }
  };

  // A page without its address, as in a copy made to be read offline, has found its files already.
  const disk = document.currentScript?.dataset.disk;
  if (location.protocol === "file:" && disk !== undefined) {
    const script = document.createElement("script");
    script.src = disk;
    document.head.append(script);
  }
  root.dataset.scripts = "";
  apply(kept());
  document.addEventListener("DOMContentLoaded", () => apply(kept()));
  system.addEventListener("change", () => apply(kept()));
  addEventListener("storage", (event) => {
    if (event.key === KEY) apply(event.newValue);
  });
  // A page that one comes back to may stand as it was left, before the choice: it has heard of nothing.
  addEventListener("pageshow", (event) => {
    if (event.persisted) apply(kept());
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest(".theme-switch"))) return;
    const wanted = current() === "dark" ? "light" : "dark";
    const choice = wanted === ofSystem() ? undefined : wanted;
    keep(choice);
    apply(choice);
  });
}
