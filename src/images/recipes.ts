// The name of a picture on the site → its name in `.cache/pictures/`, which also changes with how such pictures are made.
// Addresses do not: newsletters, feed readers and shared links keep them for years, and another encoder is no reason to break them.

/** Increase one whenever the same source would give other bytes. `tests/unit/images/recipes.test.ts` fails until that is done. */
const RECIPES = { picture: 2, card: 4, icon: 2 };

export function storedName(kind: keyof typeof RECIPES, name: string): string {
  return `${String(RECIPES[kind])}-${name}`;
}
