// A mistyped word → the word of the site that was meant. assets/finder.js loads it if no text has a word.

/**
 * The meaning of a word that no text has: two words of `texts` that were typed as one (`opendata`), or the nearest word;
 * `undefined` if there is none.
 */
export function meantBy(typed, texts) {
  return pairOf(bare(typed), texts) ?? nearestWord(typed, texts);
}

/** Two consecutive words that form the typed word when joined. */
function pairOf(wanted, texts) {
  for (const text of texts) {
    const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const at = words.findIndex((word, i) => i > 0 && bare(words[i - 1] + word) === wanted);
    if (at > 0) return `${words[at - 1]} ${words[at]}`;
  }
  return undefined;
}

/**
 * The word of `texts` nearest to the typed one, or the most frequent of several; `undefined` if none is near. A short word may
 * differ by one letter added, missing, replaced or exchanged, a long word by two. Accents and capitals are ignored.
 */
function nearestWord(typed, texts) {
  const wanted = bare(typed);
  const most = wanted.length < 6 ? 1 : 2;
  let nearest;
  for (const [word, { form, count }] of wordsOf(texts)) {
    if (Math.abs(word.length - wanted.length) > most || word === wanted) continue;
    const far = distance(wanted, word);
    if (far > most) continue;
    if (!nearest || far < nearest.far || (far === nearest.far && count > nearest.count))
      nearest = { form, far, count };
  }
  return nearest?.form;
}

/** Words by their compared form, each as first written, with its frequency. Not short ones, which are near to anything. */
function wordsOf(texts) {
  const words = new Map();
  for (const [form] of texts.join(" ").matchAll(/[\p{L}\p{M}]{4,}/gu)) {
    const known = words.get(bare(form));
    if (known) known.count += 1;
    else words.set(bare(form), { form, count: 1 });
  }
  return words;
}

/** Number of steps from one word to another: a letter added, removed or replaced, or two adjacent letters exchanged. */
function distance(a, b) {
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + other);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

function bare(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
