// Classes that an author may not give: those by which the theme hides text, moves it off the screen, or finds its players.
// Any other class is the author's own, for a site may have styles for it.

const RESERVED = new Set(["visually-hidden", "skip-link", "banner"]);
const RESERVED_FAMILIES = /^(?:player|site|page)-|^player$/;

export function isReserved(name: string): boolean {
  return RESERVED.has(name) || RESERVED_FAMILIES.test(name);
}
