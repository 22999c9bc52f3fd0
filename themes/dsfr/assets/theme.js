// The display settings, the menus and the dialogs of the design system. Only a scheme that the reader chose is stored, in this
// browser alone.
{
  const root = document.documentElement;
  const KEY = "scheme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  let storage;
  try {
    storage = localStorage;
  } catch {
    // The choice then applies only to its page.
  }
  let scheme = storage?.getItem(KEY) ?? "system";

  function paint() {
    root.dataset.frScheme = scheme;
    const isDark = scheme === "dark" || (scheme === "system" && system.matches);
    root.dataset.frTheme = isDark ? "dark" : "light";
  }
  system.addEventListener("change", paint);
  paint();

  // Dialogs: one at a time, which holds the focus until it is closed.
  let opened;
  let opener;
  const FOCUSABLE = "a[href], button, input, select, textarea, summary";
  const focusable = () => [...opened.querySelectorAll(FOCUSABLE)].filter((one) => one.checkVisibility());

  function openModal(modal, by) {
    closeModal();
    [opened, opener] = [modal, by];
    by.dataset.frOpened = "true";
    modal.setAttribute("role", "dialog");
    modal.setAttribute("aria-modal", "true");
    if (modal.localName === "dialog") modal.setAttribute("open", "");
    modal.classList.add("fr-modal--opened");
    // Once it is visible.
    setTimeout(() => focusable()[0]?.focus(), 50);
  }

  function closeModal() {
    if (!opened) return;
    opened.classList.remove("fr-modal--opened");
    for (const name of ["open", "role", "aria-modal"]) opened.removeAttribute(name);
    opener.dataset.frOpened = "false";
    opener.focus();
    opened = undefined;
  }

  /** The Tab key goes round inside the dialog. */
  function hold(event) {
    const all = focusable();
    const [first, last] = [all[0], all.at(-1)];
    const isOut = !opened.contains(document.activeElement);
    if (event.shiftKey && (isOut || document.activeElement === first)) last?.focus();
    else if (!event.shiftKey && (isOut || document.activeElement === last)) first?.focus();
    else return;
    event.preventDefault();
  }

  // Menus: one at a time, closed by Escape, and when the focus or a click leaves them.
  const menus = () => [...document.querySelectorAll("button[aria-expanded][aria-controls]")];
  const target = (button) => document.getElementById(button.getAttribute("aria-controls"));

  function expand(button, isExpanded) {
    button.setAttribute("aria-expanded", String(isExpanded));
    target(button).classList.toggle("fr-collapse--expanded", isExpanded);
  }

  function fold(except) {
    for (const button of menus())
      if (button !== except && button.getAttribute("aria-expanded") === "true") expand(button, false);
  }

  function start() {
    const tools = document.querySelector(".fr-header__tools-links");
    const links = document.querySelector(".fr-header__menu-links");
    if (tools && links) {
      links.innerHTML = tools.innerHTML.replaceAll("page--languages", "page--menu-languages");
    }
    for (const button of menus())
      button.addEventListener("click", () => {
        fold(button);
        expand(button, button.getAttribute("aria-expanded") !== "true");
      });
    for (const button of document.querySelectorAll("[data-fr-opened]"))
      button.addEventListener("click", () => openModal(target(button), button));
    for (const button of document.querySelectorAll(".fr-modal .fr-btn--close"))
      button.addEventListener("click", closeModal);
    for (const modal of document.querySelectorAll("dialog.fr-modal"))
      modal.addEventListener("click", (event) => event.target.closest(".fr-modal__body") || closeModal());
    for (const radio of document.querySelectorAll("[name=fr-radios-theme]")) {
      radio.checked = radio.value === scheme;
      radio.addEventListener("change", () => {
        scheme = radio.value;
        if (scheme === "system") storage?.removeItem(KEY);
        else storage?.setItem(KEY, scheme);
        paint();
      });
    }
    addEventListener("keydown", (event) => {
      if (event.key === "Tab" && opened) hold(event);
      if (event.key !== "Escape") return;
      const button = menus().find((one) => one.getAttribute("aria-expanded") === "true");
      if (button && target(button).contains(document.activeElement)) button.focus();
      if (button) fold();
      else closeModal();
    });
    addEventListener("focusin", ({ target: to }) => {
      for (const button of menus())
        if (button.getAttribute("aria-expanded") === "true" && to !== button && !target(button).contains(to))
          expand(button, false);
    });
    // A window that grows shows the menu in the page.
    matchMedia("(min-width: 62em)").addEventListener(
      "change",
      () => opened?.id === "page--menu" && closeModal(),
    );
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
}
