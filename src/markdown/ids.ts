// Text → ids that are unique in a page, for fragments to point to.
// An id becomes a property of the global `window`, so an id that would shadow one of the browser's own gets a suffix.

/** Names that ids must not use: the browser's globals, and the ids of Carnet's own layouts. */
const TAKEN = new Set(
  (
    "all alert anchors applets atob blur body btoa caches captureEvents close closed confirm console constructor cookie " +
    "crypto customElements document documentElement domain embeds event external fetch find focus forms frames " +
    "getSelection head history images indexedDB innerHeight innerWidth isPrototypeOf hasOwnProperty length links " +
    "localStorage location locationbar menubar moveBy moveTo name navigation navigator open opener origin " +
    "outerHeight outerWidth parent performance personalbar plugins postMessage print prompt propertyIsEnumerable " +
    "prototype referrer resizeBy resizeTo scheduler screen screenX screenY scripts scroll scrollBy scrollTo scrollX " +
    "scrollY scrollbars self sessionStorage speechSynthesis status statusbar stop styleMedia title toLocaleString " +
    "toString toolbar top trustedTypes undefined valueOf visualViewport window URL __proto__ " +
    "main contenu content header footer nav menu search recherche sommaire toc"
  ).split(" "),
);

/** Layouts use `page--main`, `search--form` and the like around the text. */
const OF_LAYOUTS = /^(?:page|search)--/;

/** The ids of one page. */
export class Ids {
  readonly #used = new Map<string, number>();

  /** Returns `asked`, or `asked-1`, `asked-2`… if it is taken or unsafe. An id that layouts may use gets the prefix `text-`. */
  take(asked: string): string {
    const wanted = OF_LAYOUTS.test(asked) ? `text-${asked}` : asked;
    const count = this.#used.get(wanted) ?? (TAKEN.has(wanted) ? 0 : -1);
    if (count < 0) {
      this.#used.set(wanted, 1);
      return wanted;
    }
    for (let n = Math.max(count, 1); ; n++) {
      const id = `${wanted}-${String(n)}`;
      if (this.#used.has(id)) continue;
      this.#used.set(wanted, n + 1);
      this.#used.set(id, 1);
      return id;
    }
  }

  all(): string[] {
    return [...this.#used.keys()].filter((id) => !TAKEN.has(id));
  }
}

/** An id made from the words of a heading: `L’œuvre d’été` → `l-oeuvre-d-ete`. */
export function slugOf(text: string): string {
  const quick = slugOfLatin(text);
  if (quick !== undefined) return quick;
  const plain = text.toLowerCase().replace(/[^\0-\x7f]/gu, inPlainLetters);
  const slug = plain
    .replace(/[^\0-\x7f]/.test(plain) ? /[^\p{L}\p{N}]+/gu : /[^A-Za-z\d]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "section" : slug;
}

/** The same in one pass, for a text of Latin letters and common signs; undefined for any other. */
function slugOfLatin(text: string): string | undefined {
  let slug = "";
  let parted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x250 && code !== 0x2019) return undefined;
    const letters = code === 0x2019 ? "" : (LETTERS[code] ??= lettersOf(text.charAt(i)));
    if (letters === undefined) return undefined;
    if (letters === "") parted = true;
    else {
      slug += parted && slug !== "" ? `-${letters}` : letters;
      parted = false;
    }
  }
  // A slug that needs truncating is left to `slugOf`, which decides where.
  return slug.length > 79 ? undefined : slug === "" ? "section" : slug;
}

/** What each Latin character becomes; filled as texts need it. */
const LETTERS: (string | undefined)[] = [];

/** Letters, or nothing for a sign that separates words; undefined for a mix of both. */
function lettersOf(char: string): string | undefined {
  const lower = char.toLowerCase();
  const plain = lower.length > 1 ? undefined : lower < "\x80" ? lower : inPlainLetters(lower);
  if (plain === undefined || !/[^\p{L}\p{N}]/u.test(plain)) return plain;
  return /[\p{L}\p{N}]/u.test(plain) ? undefined : "";
}

/** Letters that Unicode decomposition does not split. */
const LIGATURES = new Map([
  ["œ", "oe"],
  ["æ", "ae"],
  ["ß", "ss"],
]);
/** Decomposing calls out of the engine, and a site uses few letters beyond ASCII: each is computed once. */
const PLAIN = new Map([["’", "'"]]);

/** A character without its accents, as plain letters. */
function inPlainLetters(char: string): string {
  let plain = PLAIN.get(char);
  if (plain === undefined) {
    plain = (LIGATURES.get(char) ?? char).normalize("NFKD").replace(/\p{M}+/gu, "");
    PLAIN.set(char, plain);
  }
  return plain;
}
