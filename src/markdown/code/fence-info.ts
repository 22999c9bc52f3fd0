// What follows the signs that open a code block → its language, and the code or prose that belongs on the next line.
// Tools put options after the language: `title="a.js"`, `{1,3}`, `[a.js]`, `copy`. Authors put the first line of their code there.

export interface FenceInfo {
  /** Empty if the block names none. */
  language: string;
  /** Text that would not be shown; empty if there is none. */
  text: string;
}

/** Names that mean "no language". */
const PLAIN = new Set(["", "text", "txt", "plain", "plaintext", "none"]);

export const isPlain = (language: string): boolean => PLAIN.has(language.toLowerCase());

/** Options with signs of their own, quoted or in brackets, with or without a name. A tag of a template or a map of JSON is none. */
const SIGNED_OPTIONS =
  /(?:(?<![\w:.-])[\w:.-]+=)?(?:"[^"]*"|'[^']*'|\{(?![%{]|[^{}]*":)[^{}]*\}|\[[^[\]]*\])|(?<!\S)\/[^/]+\/(?!\S)|(?<![\w:.-])[\w:.-]+=\S+/g;
/** An option of one word, lines, or a file's name. */
const BARE_OPTION = /^(?:[A-Za-z][\w-]*|[#:.][\w-]+|[\d,-]+|[\w./-]*\w\.[a-z]\w{0,4})$/;
/** Options of tools that may come in pairs. */
const FLAGS = /^(?:twoslash|no\w*|copy|wrap|live|editable|ignore|should_panic|(?:show)?(?:line)[-_]?n\w+)$/i;

/** Reads the info string of a fence. `isKnown`: whether code in this language can be coloured. */
export function readFenceInfo(written: string, isKnown: (language: string) => boolean): FenceInfo {
  const info = written.trim();
  const language = /^[^\s{]*/.exec(info)?.[0] ?? "";
  const rest = info.slice(language.length).trim();
  const words = rest
    .replace(SIGNED_OPTIONS, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !FLAGS.test(word));
  if (!isPlain(language) && !isKnown(language))
    return words.length > 0 ? { language: "", text: info } : { language, text: "" };
  const isText = words.length > 1 || words.some((word) => !BARE_OPTION.test(word));
  return { language, text: isText ? rest : "" };
}
