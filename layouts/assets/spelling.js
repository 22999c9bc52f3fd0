// A mistyped word → the word of the site that was meant. assets/finder.js loads it where no text has a word.

/**
 * What was meant by a word that no text has: two words of `texts` that were typed as one (`opendata`), or the word nearest to
 * it; undefined where none is.
 */
export function meantBy(typed, texts) {
  return pairOf(bare(typed), texts) ?? nearestWord(typed, texts);
}

/** Two words that follow each other, and are one where nothing stands between them. */
function pairOf(wanted, texts) {
  for (const text of texts) {
    const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const at = words.findIndex((word, i) => i > 0 && bare(words[i - 1] + word) === wanted);
    if (at > 0) return `${words[at - 1]} ${words[at]}`;
  }
  return undefined;
}

/**
 * The word of `texts` nearest to the one typed, of several the most frequent; undefined where none is near. One letter more,
 * less, other or exchanged is as far as a short word may be, two of them a long one. Accents and capitals tell nothing.
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

/** Words by what is compared of them, each as it stands first, and how often it does. Short ones are near to anything. */
function wordsOf(texts) {
  const words = new Map();
  for (const [form] of texts.join(" ").matchAll(/[\p{L}\p{M}]{4,}/gu)) {
    const known = words.get(bare(form));
    if (known) known.count += 1;
    else words.set(bare(form), { form, count: 1 });
  }
  return words;
}

/** Steps from one word to another: a letter put in, left out or replaced, or two neighbours exchanged. */
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
