// A text as the old generator read it, without its template tags; what they enclose stays.
// It is read in a simpler way than by the conversion, so that a fault of the conversion shows.
import { isInAddress } from "./body/leftovers.ts";

/** Stands for a tag in an address: what it gave is only known to the conversion. A private-use character, which no text contains. */
export const UNKNOWN_PART = "\ue004";

/** A definition whose address is a tag: without any address, its links would be text. */
const DEFINITION = /^( {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*)(?=\{[{%])/gm;

/** The address of a link with a title: without any address, its title would be text. */
const REFERENCE = /(\]\()[ \t]*\{\{[<%][ \t]*(?:rel)?ref\b[^>%\n]{0,300}[>%]\}\}/g;

type Meant = (whole: string, inner: string) => string;

export function plainSource(body: string, shortcodes: boolean): string {
  return shortcodes ? withoutShortcodes(body) : withoutLiquid(body);
}

// Keeps the braces of code: a fence for what a tag turned into code, private-use characters for what no template reads.
const kept = (text: string): string => text.replace(/\{/g, "\ue000").replace(/\}/g, "\ue001");
const fenced: Meant = (_, code) =>
  `\n\n\`\`\`\`\`\n${kept(code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, ""))}\n\`\`\`\`\`\n\n`;
const inside: Meant = (_, inner) => kept(inner);

const PAIRS: readonly [RegExp, string, Meant][] = [
  [/\{%-?\s*highlight\b[^%]{0,200}%\}([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g, "endhighlight", fenced],
  [/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, "endraw", inside],
  [/\{%-?\s*verbatim\s*-?%\}([\s\S]*?)\{%-?\s*endverbatim\s*-?%\}/g, "endverbatim", inside],
  [/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, "endcomment", () => ""],
];

function withoutLiquid(body: string): string {
  const text = PAIRS.reduce((rest, [pair, end, meant]) => replacePairs(rest, pair, end, meant), body)
    .replace(/\{#[\s\S]{0,2000}?#\}/g, "")
    // WordPress shortcodes in brackets, without the text that they enclose.
    .replace(
      /\[caption\s[^\]\n]{0,500}\]|\[embed\b[^\]\n]{0,200}\](?=\s*https?:)|\[\/(?:caption|embed)\]/gi,
      "\n\n",
    )
    .replace(DEFINITION, `$1${UNKNOWN_PART}`);
  return withoutTags(text, /\{%[\s\S]{0,2000}?%\}|\{\{[\s\S]{0,500}?\}\}/g);
}

function withoutShortcodes(body: string): string {
  const text = replacePairs(
    body,
    /\{\{[<%]\s*highlight\s{1,9}[^\s>%][^>%]{0,200}[>%]\}\}([\s\S]*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
    "highlight",
    fenced,
  )
    .replace(/\{\{[<%]\/\*([\s\S]{0,500}?)\*\/[>%]\}\}/g, (_, inner: string) => kept(inner))
    .replace(DEFINITION, `$1${UNKNOWN_PART}`)
    .replace(REFERENCE, `$1${UNKNOWN_PART}`);
  return withoutTags(text, /\{\{[<%][\s\S]{0,2000}?[>%]\}\}/g);
}

/** Without tags; in an address, something stands for them. */
const withoutTags = (text: string, tags: RegExp): string =>
  text.replace(tags, (_, at: number) =>
    isInAddress(text.slice(Math.max(0, at - 600), at)) ? UNKNOWN_PART : "",
  );

/** Searches for pairs only up to the last end tag: otherwise each unclosed tag would be searched for to the end of the text. */
function replacePairs(text: string, pair: RegExp, end: string, meant: Meant): string {
  const last = text.lastIndexOf(end);
  if (last < 0) return text;
  const cut = Math.min(text.length, last + end.length + 10);
  return text.slice(0, cut).replace(pair, meant) + text.slice(cut);
}
