// The name of a tag typed as a word of a sentence, as in `la balise <main> contient` → that word, and a warning.
// As HTML it would vanish from the sentence. Only a tag that nothing closes in the whole text, without attributes, counts.
import type { Token } from "markdown-it";
import { eachInline, passRule } from "../rule.ts";
import { readAsText } from "../text-cursor.ts";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";

const TAG = /^<([a-z][a-z0-9-]{0,30})>$/i;
/** Tags that work without an end, or whose end is often forgotten. */
const OPEN_ENDED = new Set(
  (
    "b big blink br center cite code col dd del dfn dt em font hr i ins kbd li mark marquee nobr option p q rp rt s samp " +
    "small strike strong sub sup tbody td tfoot th thead tr tt u var wbr"
  ).split(" "),
);
const WORD_BEFORE = /\p{L}.*[\s\u00a0\u202f(«“"'’/]$/su;
const GO_ON = /^[\s\u00a0\u202f]*(?:[,.;:!?…)»”"/]|[\s\u00a0\u202f][\p{L}\p{N}(«“"])/u;

export const tagWords = passRule("tag-words", (tokens, env) => {
  if (!env.holds("<")) return;
  let closed: ReadonlySet<string> | undefined;
  eachInline(tokens, (_token, children, span) => {
    const found = new Set<Token>();
    // Tags as they are written: a word may be one that is also a tag elsewhere in the block.
    const tags = children.filter(({ type }) => type === "html_inline");
    for (const [i, child] of children.entries()) {
      const name = child.type === "html_inline" ? TAG.exec(child.content)?.[1]?.toLowerCase() : undefined;
      if (name === undefined || OPEN_ENDED.has(name) || !isInSentence(children, i)) continue;
      closed ??= closedIn(env.source.body);
      if (closed.has(name)) continue;
      child.type = "text";
      found.add(child);
    }
    if (found.size > 0) report(tags, found, { span, env });
  });
});

const closedIn = (body: string): ReadonlySet<string> =>
  new Set([...body.matchAll(/<\/([a-z][a-z0-9-]{0,30})/gi)].map(([, name = ""]) => name.toLowerCase()));

/** Characters read before a tag. */
const LOOK = 80;

function isInSentence(children: readonly Token[], i: number): boolean {
  const [word, before, after] = [children[i - 2], children[i - 1], children[i + 1]];
  if (before?.type !== "text") return false;
  // Another such word may be just before, as in a list of tags.
  const text = (word?.type === "text" ? word.content : "") + before.content;
  if (!WORD_BEFORE.test(text.slice(-LOOK))) return false;
  if (after === undefined || after.type === "softbreak") return true;
  return after.type === "text" && GO_ON.test(after.content);
}

function report(
  tags: readonly Token[],
  words: ReadonlySet<Token>,
  { span, env }: { span: Span; env: Env },
): void {
  const content = readAsText(span.content);
  let from = 0;
  for (const tag of tags) {
    const at = Math.max(from, content.indexOf(tag.content, from));
    from = at + tag.content.length;
    if (words.has(tag)) env.report("literal-markup/word", env.positions.at(span, at), { found: tag.content });
  }
}
