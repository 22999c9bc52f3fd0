// Queries the indexes that the build wrote to /pagefind/, with words that French writes in several ways.
// assets/search.js loads it at the first use, and it loads Pagefind: neither is loaded before.

/** The filter that tells Pagefind which index to query: no taxonomy of a site has such a name. */
const FOLDER = "/";

/** Files of an index. If one is missing, Pagefind does not say so, and answers as if no text had the word: they are counted. */
const PIECE = /\.pf_(?:index|filter)\b/;
let lost = 0;
const { fetch } = globalThis;
globalThis.fetch = async (...asked) => {
  if (!PIECE.test(asked[0])) return fetch(...asked);
  try {
    const answer = await fetch(...asked);
    if (!answer.ok) throw new Error(`${asked[0]}: ${answer.status}`);
    return new Response(await answer.arrayBuffer());
  } catch (error) {
    lost += 1;
    throw error;
  }
};

/** The result of `work`. @throws if a file of an index was missing meanwhile. */
async function whole(work) {
  const before = lost;
  const made = await work();
  if (lost > before) throw new Error("A piece of an index did not come.");
  return made;
}

/**
 * Opens the indexes (a large site has several), all with the script and WebAssembly of the first; `choices` are the values of
 * the filters, each with the number of texts that have it.
 */
export async function openIndexes({ folders, base, lang, spelling }) {
  const pagefind = await import(`${folders[0]}pagefind.js`);
  const [first, ...others] = folders.map((folder) => ({
    baseUrl: base,
    excerptLength: 28,
    mergeFilter: { [FOLDER]: folder },
  }));
  try {
    // In a worker, WebAssembly would need a separate policy for the worker's file.
    await pagefind.options({ ...first, noWorker: true });
    await pagefind.init();
    // Requested together: an index waits forever for a first one that failed.
    const merged = others.map((options, i) => pagefind.mergeIndex(folders[i + 1], options));
    const [choices] = await whole(() => Promise.all([pagefind.filters(), ...merged]));
    const asks = folders.map(
      (folder) => (wanted, filters) =>
        pagefind.search(wanted === "" ? null : wanted, { filters: { ...filters, [FOLDER]: folder } }),
    );
    return {
      choices,
      find: (typed, narrowed) => whole(() => find(asks, query(typed, lang), narrowed)),
      correct: (typed) => correct(asks, typed, { words: wordsOf(query(typed, lang)), spelling }),
    };
  } catch (error) {
    // Otherwise, the next use would find the failed instance.
    await pagefind.destroy();
    throw error;
  }
}

/** A letter, and the signs between it and the next letter. */
const SIGNS = /(\p{L})[^\p{L}\p{N}\s'’"]+(?=\p{L})/gu;

/** Words between quotation marks of any kind. */
const QUOTED = /^["“”„«]\s*(\S.*?)\s*["“”»]$/su;
/** Includes the sign before the elided word: Safari 16.3 rejects scripts with a lookbehind. */
const ELIDED = /(^|[^\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/giu;

/**
 * What Pagefind looks for: `l’œuvre` → `oeuvre`, as build/search/words.ts writes it. Quotation marks ask for words in this
 * order: `"retour d’expérience"` → `"retour d’ expérience"`, since the index contains the elided word.
 */
function query(typed, lang) {
  const plain = spelledOut(typed);
  const [, quoted] = QUOTED.exec(plain) ?? [];
  const french = lang.startsWith("fr");
  if (quoted !== undefined) return `"${french ? quoted.replace(ELIDED, "$& ") : quoted}"`;
  return french ? plain.replace(ELIDED, "$1 ").trim() : plain;
}

/** In letters and digits that keyboards have. */
function spelledOut(typed) {
  const spelled = typed.normalize("NFC").replace(/œ/gi, "oe").replace(/æ/gi, "ae");
  return spelled.replace(/[₀-₉]/g, (digit) => digit.normalize("NFKC"));
}

/** The separate words, even of a quoted phrase. */
function wordsOf(wanted) {
  return wanted.replaceAll('"', "").split(/\s+/);
}

/** `partial`: no text has all the words, and these have some. `counts`: the results that each filter value would leave. */
async function find(asks, wanted, narrowed) {
  const names = Object.keys(narrowed);
  const words = wanted === "" ? [] : wanted.split(/\s+/);
  const [{ results, filters }, ...without] = await Promise.all([
    askAll(asks, words, narrowed),
    // For each filter in use, what its other values would leave.
    ...names.map((name) => {
      const { [name]: _, ...others } = narrowed;
      return askAll(asks, words, others);
    }),
  ]);
  const counts = { ...filters };
  names.forEach((name, i) => (counts[name] = without[i].filters[name]));
  // To Pagefind, `open-data` is one word, which it also finds by its parts.
  const parts = wanted.replace(SIGNS, "$1 ");
  if (results.length === 0 && parts !== wanted) return find(asks, parts, narrowed);
  if (results.length > 0 || names.length > 0) return { results, counts, partial: false };
  const apart = words.length > 1 && !wanted.startsWith('"');
  return { results: apart ? await nearest(asks, words) : [], counts: {}, partial: true };
}

/** The merged answers of all indexes: best results first, and how many there are for each filter value. */
async function askAll(asks, words, narrowed) {
  const answers = await Promise.all(
    asks.map(async (ask) => {
      const { results, filters } = await ask(words.join(" "), narrowed);
      return { results: (await isSound(ask, results, words)) ? results : [], filters, found: results.length };
    }),
  );
  // Without the properties of `Object.prototype`: a tag may be `constructor`.
  const counts = Object.create(null);
  for (const { results, filters, found } of answers)
    for (const [name, values] of Object.entries(filters)) {
      counts[name] ??= Object.create(null);
      for (const [value, count] of Object.entries(values))
        counts[name][value] = (counts[name][value] ?? 0) + (results.length < found ? 0 : count);
    }
  // With the same score, newer texts come first, as in a single index.
  const results = answers.flatMap((answer) => answer.results).sort((a, b) => b.score - a.score);
  return { results, filters: counts };
}

/**
 * An index replaces a word that none of its texts has with the longest prefix that one has (`xylophone` finds `x`,
 * `accesibilité` finds `accès`), or ignores it. All results then lack the word, so checking the first is enough.
 */
async function isSound(ask, [first], words) {
  if (words.length === 0) return true;
  if (first === undefined) return false;
  const { content, meta } = await first.data();
  const text = bare(`${Object.values(meta).join(" ")} ${content}`);
  const other = words.filter((word) => !text.includes(bare(word)));
  return (await Promise.all(other.map((word) => hasForm(ask, word)))).every(Boolean);
}

/**
 * Whether an index has a form of a word (`évaluer` for `évaluations`). A query for the form finds no more texts than one for
 * the word; a query for a mere prefix of the word finds all that begin with it. Numbers and words with signs have no forms.
 */
async function hasForm(ask, word) {
  const typed = bare(word);
  if (/\p{N}/u.test(typed) || word.search(SIGNS) >= 0) return false;
  const { results } = await ask(word, {});
  if (results.length === 0) return false;
  const { content, locations, meta } = await results[0].data();
  const all = content.split(/\s+/);
  const found = locations.length > 0 ? locations.map((i) => all[i] ?? "") : Object.values(meta);
  const form = nearestForm(typed, found);
  if (form === undefined) return false;
  return isInflected(typed, bare(form)) || (await ask(form, {})).results.length <= results.length;
}

/** `invitée` and `invités`, which finds more texts: two words of nearly the same length that differ in their last letters. */
function isInflected(typed, form) {
  const shared = sharedLength(typed, form);
  return shared >= 4 && shared * 3 >= typed.length * 2 && Math.max(typed.length, form.length) - shared <= 3;
}

/**
 * A form shares at least a third of the word, since stemming never leaves less. The rest of a word after a short one is not an
 * ending: `open` is not a form of `opendata`. Words are also found by their parts.
 */
function nearestForm(typed, found) {
  const words = found
    .flatMap((one) => [...one.split(/\s+/), ...one.split(/[^\p{L}\p{M}\u2060]+/u)])
    .map((one) => one.replaceAll("\u2060", ""));
  const lengths = words.map((one) => sharedLength(typed, bare(one)));
  const most = Math.max(0, ...lengths);
  if (most < Math.max(3, Math.ceil(typed.length / 3))) return undefined;
  const form = words[lengths.indexOf(most)];
  return bare(form).length === most && most <= Math.min(4, typed.length - most) ? undefined : form;
}

/** The length of the common prefix of two words. */
function sharedLength(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Without accents, capitals and signs, as Pagefind compares words: `e-mail` is `email`, and `10,000` is `10000`. */
function bare(text) {
  return text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}\s]/gu, "")
    .toLowerCase();
}

/** The texts that have some of the words, those with most of them first. Short words are ignored unless there are no others. */
async function nearest(asks, words) {
  const long = words.filter((word) => word.length > 3);
  const found = new Map();
  for (const word of long.length > 0 ? long : words) {
    const { results } = await askAll(asks, [word], {});
    for (const result of results) {
      const known = found.get(result.id) ?? { result, words: 0, score: 0 };
      found.set(result.id, { result, words: known.words + 1, score: known.score + result.score });
    }
  }
  const ranked = [...found.values()].sort((a, b) => b.words - a.words || b.score - a.score);
  return ranked.map(({ result }) => result);
}

/** What was typed, with mistyped words replaced by words of the site; unchanged if none is near. */
async function correct(asks, typed, { words, spelling }) {
  const { meantBy } = await import(spelling);
  let right;
  for (const word of words) {
    const { results } = await askAll(asks, [word], {});
    if (results.length > 0) continue;
    const meant = meantBy(word, await textsAbout(asks[0], word));
    if (meant !== undefined) right = (right ?? spelledOut(typed)).replace(word, () => meant);
  }
  return right ?? typed;
}

/** A few texts of the newest index that best match the beginning of a word. Few, since each is a file to load. */
async function textsAbout(ask, word) {
  const beginnings = [word.slice(0, Math.ceil(word.length / 2)), word.slice(0, 2)];
  const answers = await Promise.all(beginnings.map((beginning) => ask(beginning, {})));
  const best = answers.flatMap(({ results }) => results.slice(0, 4));
  const texts = await Promise.all(best.map((result) => result.data()));
  return texts.map(({ content, meta: { title, authors = "", terms = "" } }) =>
    [title, authors, terms, content].join(" ").replaceAll("\u2060", ""),
  );
}
