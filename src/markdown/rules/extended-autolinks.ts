// `www.example.org` and `nom@example.org` in a text → links (https://github.github.com/gfm/#autolinks-extension-).
// A bare domain name (`etalab.gouv.fr`) stays text, as does a handle such as `@nom@mastodon.example`, which is not an e-mail
// address.
import type { MarkdownIt, Token } from "markdown-it";
import { envOf } from "../env.ts";
import { eachInline, type Rule } from "../rule.ts";
import { makeToken } from "../tokens.ts";

const HOST = String.raw`[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+`;
/** After a host: up to whitespace, a `<` or a quotation mark of the sentence. */
const PATH = String.raw`(?:[/?#:][^\s<«»“”„…]*)?`;
const MAIL = String.raw`[A-Za-z0-9.+_-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+`;
/** Not after a name that makes `@` or `www` part of something else. */
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.+_/@-])(?:www\.${HOST}${PATH}|mailto:${MAIL}|xmpp:${MAIL}(?:/[\w.@]+)?|(?<!:)${MAIL})`,
  "gu",
);

interface Link {
  start: number;
  end: number;
  href: string;
}

export const extendedAutolinks: Rule = {
  name: "extended-autolinks",
  install(md: MarkdownIt) {
    md.core.ruler.after("linkify", "extended-autolinks", (state) => {
      const env = envOf(state.env);
      if (!env.holds("www.") && !env.holds("@")) return;
      eachInline(state.tokens, (token, children) => {
        if (!mayHoldLink(token.content)) return;
        let from = 0;
        token.children = outsideLinks(children, (child) => {
          const links = findLinks(child.content);
          if (links.length === 0) return [child];
          from = Math.max(from, token.content.indexOf(child.content, from));
          const offset = from;
          from += child.content.length;
          return split(child, links, offset, md);
        });
      });
    });
  },
};

/** Calls `change` for each text that is not inside a link. */
function outsideLinks(children: readonly Token[], change: (child: Token) => Token[]): Token[] {
  let depth = 0;
  return children.flatMap((child) => {
    if (child.type === "link_open") depth++;
    else if (child.type === "link_close") depth--;
    else if (child.type === "html_inline" && /^<a[\s>]/i.test(child.content)) depth++;
    else if (child.type === "html_inline" && /^<\/a[\s>]/i.test(child.content)) depth--;
    return child.type === "text" && depth <= 0 ? change(child) : [child];
  });
}

const mayHoldLink = (text: string): boolean => text.includes("@") || text.includes("www.");

function findLinks(text: string): Link[] {
  if (!mayHoldLink(text)) return [];
  const links: Link[] = [];
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const mail = !found.startsWith("www.");
    const shown = mail ? found.replace(/\.+$/, "") : trimmed(found);
    const end = index + shown.length;
    // An address that ends in a digit is the version of a package: `vue@3.4.0`.
    if (mail ? /[-_\d]$/.test(shown) || text[end] === "@" : !isHost(shown)) continue;
    links.push({
      start: index,
      end,
      href: mail ? shown.replace(/^(?!mailto:|xmpp:)/, "mailto:") : `http://${shown}`,
    });
  }
  return links;
}

/** Removes the punctuation of the sentence: final stops, an unmatched parenthesis, what looks like an entity. */
function trimmed(found: string): string {
  let end = found.length;
  let extra = (found.match(/\)/g)?.length ?? 0) - (found.match(/\(/g)?.length ?? 0);
  for (; end > 0; end--) {
    const last = found[end - 1] ?? "";
    if (last === ")" && extra > 0) extra--;
    else if (last === ";")
      end -= (/&[A-Za-z0-9]{1,40};$/.exec(found.slice(Math.max(0, end - 42), end))?.[0].length ?? 1) - 1;
    else if (!/[?!.,:*_~'"’]/.test(last)) break;
  }
  return found.slice(0, end);
}

/** The last two names of a host may not contain an underscore. */
function isHost(address: string): boolean {
  const names = (/^[^/?#:]*/.exec(address)?.[0] ?? "").split(".");
  return !names.slice(-2).join("").includes("_");
}

function split({ content, level }: Token, links: readonly Link[], offset: number, md: MarkdownIt): Token[] {
  const out: Token[] = [];
  const auto = { level, markup: "linkify", info: "auto" };
  let last = 0;
  for (const { start, end, href } of links) {
    out.push(makeToken("text", "", 0, { content: content.slice(last, start), level }));
    const attrs: [string, string][] = [["href", md.normalizeLink(href)]];
    // Where the address begins in its block, as the rule `offsets` records for other links.
    const map: [number, number] = [offset + start, offset + start];
    out.push(makeToken("link_open", "a", 1, { ...auto, attrs, map }));
    out.push(makeToken("text", "", 0, { content: content.slice(start, end), level: level + 1 }));
    out.push(makeToken("link_close", "a", -1, auto));
    last = end;
  }
  out.push(makeToken("text", "", 0, { content: content.slice(last), level }));
  return out.filter((token) => token.type !== "text" || token.content !== "");
}
