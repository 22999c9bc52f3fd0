// Words that were copied along with a text, from a writing assistant, a web page or a social network → a warning, since readers see
// them; hashtags at its end → a note. A quotation of such words, in whatever form, is not reported.
import type { Token } from "markdown-it";
import { yamlList } from "../../content/yaml/quoting.ts";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import {
  ASSISTANT,
  BUTTON,
  CUT_MESSAGE,
  HASHTAGS,
  matches,
  NAMED_HASHTAG,
  NO_HASHTAG,
  PAGE_PART,
  TAG_LABEL,
} from "../other-tools/pasted-phrases.ts";
import { eachParagraph, passRule, tidied } from "../rule.ts";

export const pastedWords = passRule("pasted-words", (tokens, env) => {
  let last: Token | undefined;
  let named = env.holds("#") && env.source.body.includes("hashtag#");
  const notes = tokens.findIndex(({ type }) => type === "footnote_block_open");
  eachParagraph(tokens, (inline, i) => {
    if (inline.level !== 1 || (notes >= 0 && i > notes)) return;
    last = inline;
    if (named && NAMED_HASHTAG.test(inline.content)) {
      named = false;
      nameOfSign(inline, env);
    }
    inParagraph(inline, tokens, i, env);
  });
  if (last !== undefined && env.holds("#")) atEnd(last, tokens, env);
});

const COLON = /:[*_\s]*$/;
const LIST = /^(?:bullet|ordered)_list_open$/;

/** True for words that a colon makes the beginning of a list: “Partager :”, above what there is to share. Buttons name networks. */
function introduces(tokens: readonly Token[], i: number): boolean {
  if (!COLON.test(tokens[i]?.content ?? "") || !LIST.test(tokens[i + 2]?.type ?? "")) return false;
  const first = tokens.slice(i + 3, i + 7).find(({ type }) => type === "inline");
  return first !== undefined && !BUTTON.test(first.content);
}

function inParagraph(inline: Token, tokens: readonly Token[], i: number, env: Env): void {
  const { content } = inline;
  const [found, from] = matches(content, ASSISTANT)
    ? [tidied(content), "assistant" as const]
    : matches(content, PAGE_PART)
      ? [introduces(tokens, i) ? undefined : tidied(content), "page" as const]
      : [CUT_MESSAGE.exec(content)?.[0], "network" as const];
  if (found === undefined) return;
  const at = from === "network" ? content.length - found.length : 0;
  env.report("pasted-words", env.positions.in(inline, at), { found: excerpt(found), from });
}

/** `hashtag#bilan`, once in a text. */
function nameOfSign(inline: Token, env: Env): void {
  const { 0: found, index } = NAMED_HASHTAG.exec(inline.content) ?? { 0: "", index: 0 };
  const fix = found.replace("hashtag", "");
  env.report("pasted-words/sign", env.positions.in(inline, index), { found, fix });
}

/** Hashtags in the last paragraph of the text. */
function atEnd(last: Token, tokens: readonly Token[], env: Env): void {
  // Its paragraph is closed, and notes may follow.
  const { type = "footnote_block_open" } = tokens[tokens.indexOf(last) + 2] ?? {};
  if (type !== "footnote_block_open" || !last.content.startsWith("#") || !HASHTAGS.test(last.content)) return;
  // The words above may say what they are: channels of a chat, keywords of a style sheet.
  const before = tokens[tokens.indexOf(last) - 3]?.content ?? "";
  if (COLON.test(before) && !TAG_LABEL.test(before)) return;
  const tags = last.content.split(/[ ,\n]+/).map((word) => word.slice(1));
  if (tags.every((tag) => NO_HASHTAG.test(tag))) return;
  env.report("pasted-words/hashtags", env.positions.in(last, 0), {
    found: excerpt(tidied(last.content)),
    fix: `tags: ${yamlList(tags)}`,
  });
}
