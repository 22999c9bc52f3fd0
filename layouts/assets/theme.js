// Applies the reader's choice of a light or dark theme before the first paint; without one, the stylesheet follows the system.
// Only a choice that differs from the system's is stored, in this browser alone: nothing else is, and nothing is sent.
// Pages load it by a relative path, so that it also runs from a disk, where it loads disk.js.
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
      // The choice then applies only to this page.
    }
  };
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const button of document.querySelectorAll(".theme-switch"))
      button.setAttribute("aria-pressed", String(current() === "dark"));
    paintBars();
  };

  /** Colours the browser's own bars: of the two colours, one for each system theme, uses that of the chosen theme. */
  const paintBars = () => {
    const { theme } = root.dataset;
    for (const meta of document.querySelectorAll('meta[name="theme-color"][media]')) {
      const served = meta.dataset.served || meta.getAttribute("media");
      meta.dataset.served = served;
      const chosen = served.includes(theme) ? "all" : "not all";
      meta.setAttribute("media", theme === undefined ? served : chosen);
    }
  };

  const turn = () => {
    const wanted = current() === "dark" ? "light" : "dark";
    const choice = wanted === ofSystem() ? undefined : wanted;
    keep(choice);
    apply(choice);
  };

  const isOnDisk = location.protocol === "file:";
  // A page without `data-disk`, as in a copy made to be read offline, already links to its files.
  const disk = document.currentScript?.dataset.disk;
  if (isOnDisk && disk !== undefined) {
    const script = document.createElement("script");
    script.src = disk;
    document.head.append(script);
  }
  root.dataset.scripts = isOnDisk ? "disk" : "";
  apply(kept());
  document.addEventListener("DOMContentLoaded", () => {
    apply(kept());
    // On the button itself: below a listener of the document, screen readers call every code block and table clickable.
    for (const button of document.querySelectorAll(".theme-switch")) button.addEventListener("click", turn);
  });
  system.addEventListener("change", () => apply(kept()));
  addEventListener("storage", (event) => {
    if (event.key === KEY) apply(event.newValue);
  });
  // A page restored by the back button may have been left before the choice, and received no event.
  addEventListener("pageshow", (event) => {
    if (event.persisted) apply(kept());
  });
}
