// Classes that authors may not use: the theme uses them to hide text, move it off screen, or find its players.
// Any other class is allowed, since a site may have styles for it.

const RESERVED = new Set(["visually-hidden", "skip-link", "banner"]);
const RESERVED_FAMILIES = /^(?:player|site|page)-|^player$/;

export function isReserved(name: string): boolean {
  return RESERVED.has(name) || RESERVED_FAMILIES.test(name);
}
