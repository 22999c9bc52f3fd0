/** A name after “de”, in French: `de Jekyll`, `d’Eleventy`, `d’août`. */
export function ofName(name: string): string {
  return `${/^[aeiou]/i.test(name) ? "d’" : "de "}${name}`;
}
