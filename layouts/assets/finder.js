// Asks the index that the build left in /pagefind/ for texts, in words that French writes in several ways.
// assets/search.js loads it at the first use, and it loads Pagefind: nothing of either comes before.

/** Opens the index; `choices` are the values that narrow results, each with the number of texts that have it. */
export async function openIndex({ index, base, lang }) {
  const pagefind = await import(`${index}pagefind.js`);
  // In a worker, WebAssembly would need a policy of its own for the worker's file.
  await pagefind.options({ baseUrl: base, noWorker: true, excerptLength: 28 });
  await pagefind.init();
  const choices = await pagefind.filters();
  const ask = (wanted, filters) => pagefind.search(wanted === "" ? null : wanted, { filters });
  return { choices, find: (typed, narrowed) => find(ask, query(typed, lang), narrowed) };
}

/** What Pagefind looks for: `l’œuvre` → `oeuvre`, as build/search-words.ts writes it. */
function query(typed, lang) {
  const plain = typed.normalize("NFC").replace(/œ/gi, "oe").replace(/æ/gi, "ae");
  const cut = lang.startsWith("fr")
    ? plain.replace(/(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/giu, " ")
    : plain;
  return cut.trim();
}

/** `partial`: no text has all the words, and these have some. `counts`: what each choice would leave. */
async function find(ask, wanted, narrowed) {
  const names = Object.keys(narrowed);
  const [{ results, filters }, ...without] = await Promise.all([
    ask(wanted, narrowed),
    // What each choice in use would leave if it were another.
    ...names.map((name) => {
      const { [name]: _, ...others } = narrowed;
      return ask(wanted, others);
    }),
  ]);
  const counts = { ...filters };
  names.forEach((name, i) => (counts[name] = without[i].filters[name]));
  const words = wanted === "" ? [] : wanted.split(/\s+/);
  if (await isSound(results, words)) return { results, counts, partial: false };
  if (names.length > 0) return { results: [], counts, partial: false };
  return { results: words.length > 1 ? await nearest(ask, words) : [], counts: {}, partial: true };
}

/**
 * Pagefind answers a word that no text has with the longest beginning of it that some text has (`xylophone` finds `x`), or
 * leaves it out: all results then lack it, and the first tells. A third of a word is more than any stem takes off.
 */
async function isSound([first], words) {
  if (words.length === 0) return true;
  if (first === undefined) return false;
  const { content, meta } = await first.data();
  const text = bare(`${Object.values(meta).join(" ")} ${content}`);
  return words
    .map((word) => bare(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .every((word) => text.includes(word.slice(0, Math.max(3, Math.ceil(word.length / 3)))));
}

/** Without accents, capitals or the marks of build/search-words.ts. */
function bare(text) {
  return text
    .normalize("NFD")
    .replace(/[\p{M}\u2060]/gu, "")
    .toLowerCase();
}

/** The texts that have some of the words, those with most of them first. Short words say too little to count. */
async function nearest(ask, words) {
  const long = words.filter((word) => word.length > 3);
  const found = new Map();
  for (const word of long.length > 0 ? long : words) {
    const { results } = await ask(word, {});
    if (!(await isSound(results, [word]))) continue;
    for (const result of results) {
      const known = found.get(result.id) ?? { result, words: 0, score: 0 };
      found.set(result.id, { result, words: known.words + 1, score: known.score + result.score });
    }
  }
  const ranked = [...found.values()].sort((a, b) => b.words - a.words || b.score - a.score);
  return ranked.map(({ result }) => result);
}
