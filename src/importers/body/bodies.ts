// The body of a text of the old blog → Markdown for the new one: templates, HTML exports, addresses under a base path.
// A body without any of these stays as it is, to the byte.
import { excerpt } from "../../excerpt.ts";
import { withEmoji } from "../emoji.ts";
import { withAccordions } from "./accordions.ts";
import { withContainers } from "./containers.ts";
import { htmlToMarkdown, isHtmlBody } from "./html-body.ts";
import { hugoWords } from "./hugo-words.ts";
import { aroundMarked, unmarked } from "./marked-markdown.ts";
import { mixedToMarkdown } from "./mixed-body.ts";
import { convertLeftovers, type Converted, type Vocabulary } from "./leftovers.ts";
import type { LiquidSite } from "./liquid-outputs.ts";
import { withoutIndentedHtml } from "./indented-html.ts";
import { liquidRun, mentions } from "./liquid-run.ts";
import { liquidWords, tagText } from "./liquid-words.ts";
import type { Change, Manual, OldSite, SourceEntry } from "../model.ts";
import { renameFiles } from "../named-files.ts";
import { withCallouts } from "./notices.ts";
import { withParagraphsApart } from "./paragraph-marks.ts";
import { asPattern, map } from "../values.ts";
import { wordpressBody } from "./wordpress.ts";
import { lineAt } from "../../lines.ts";

/** Characters that the report shows of a change. */
const SHOWN = 80;

export interface NewBody {
  body: string;
  changes: Change[];
  manual: Manual[];
  /** Texts of template tags, whose words readers may see. */
  shown: string[];
  /** What template tags became. */
  became: string[];
  /** Code that was replaced with what it showed. */
  replaced: Converted["replaced"];
}

/** Resolves the names by which a text refers to other texts and to files. */
export interface Lookup {
  /** The new address of a text that another refers to. */
  address: (name: string) => string | undefined;
  /** Root-relative address of a file that would not be found at the address given. */
  file: (written: string) => string | undefined;
  /** True if there is a file at this path from the text's folder. */
  isBeside: (path: string) => boolean;
}

export function convertBody(entry: SourceEntry, site: OldSite, lookup: Lookup): NewBody {
  const { text, source } = entry;
  const { body, changes, unknown, shown, became, replaced } = converted(entry, site, lookup);
  const manual = unknown.map(({ line, found }): Manual => ({ kind: "template", file: source, line, found }));
  const done: NewBody = {
    body,
    changes,
    manual,
    shown: [...shown, ...unknown.map(({ found }) => found)],
    became,
    replaced,
  };
  withoutToc(done, entry);
  withoutBase(done, site.base);
  fromRoot(done, lookup.file);
  if (site.emoji !== undefined) asEmoji(done);
  const isHtml = isHtmlFile(source);
  const isMixed = !isHtml && isHtmlBody(done.body);
  if (isHtml || isMixed) withoutShortcodes(done, entry);
  if (!isHtml) asCallouts(done, entry, withCallouts);
  if (!isHtml && site.kind === "eleventy") {
    asCallouts(done, entry, withContainers);
    asCallouts(done, entry, withAccordions);
  }
  if (!isHtml && site.kind === "jekyll") {
    apart(done);
    done.body = withoutIndentedHtml(done.body);
  }
  if (isHtml) asMarkdown(done, entry, (body) => aroundMarked(body, htmlToMarkdown));
  else if (isMixed) asMarkdown(done, entry, (body) => mixedToMarkdown(body, site.kind === "jekyll"));
  if (text.eol === "\r\n" && done.body !== text.body) done.body = done.body.replace(/\r?\n/g, "\r\n");
  return done;
}

export const isHtmlFile = (source: string): boolean => /\.html?$/i.test(source);

function converted(entry: SourceEntry, site: OldSite, lookup: Lookup): Converted {
  const { body, bodyLine, data } = entry.text;
  const by = (words: Vocabulary): Converted =>
    convertLeftovers(body, bodyLine, { ...words, marks: isHtmlFile(entry.source) });
  if (site.kind === "hugo") {
    const values = { ...site.values, page: data };
    return by(hugoWords({ values, address: lookup.address, include: site.include }));
  }
  const liquid = liquidSite(entry, site, lookup, false);
  const done = by(liquidWords(liquid));
  // If code that stays needs a variable, what gives it a value stays too.
  const isNeeded = [...(liquid.run?.assigned ?? [])].some((name) =>
    done.unknown.some(({ found }) => mentions(found, name)),
  );
  return isNeeded ? by(liquidWords(liquidSite(entry, site, lookup, true))) : done;
}

function liquidSite(
  { source, inherited, text: { body, data } }: SourceEntry,
  { kind, base, values, include, template }: OldSite,
  { address, isBeside }: Lookup,
  keepsVariables: boolean,
): LiquidSite {
  const all = { ...values, ...(kind === "eleventy" ? data : {}), page: data };
  const liquid: LiquidSite = {
    body,
    source,
    base,
    values: all,
    include,
    template,
    address,
    isBeside,
    keepsVariables,
  };
  if (kind === "jekyll")
    liquid.run = liquidRun(map(values["site"]), { ...inherited, ...data }, base, (code, objects) =>
      tagText(code, { ...liquid, objects }),
    );
  return liquid;
}

/** Kramdown's marker for a table of contents, whose own text is never shown. */
function withoutToc(done: NewBody, { text }: SourceEntry): void {
  const found = /^[ \t]*(?:[*-]|\d+\.)[ \t]+[^\n]*\r?\n[ \t]*\{:[ \t]*toc[^}]*\}[ \t]*(?:\r?\n|$)/im.exec(
    done.body,
  );
  if (found === null) return;
  done.body = done.body.slice(0, found.index) + done.body.slice(found.index + found[0].length);
  const line = text.bodyLine + lineAt(done.body, found.index) - 1;
  done.changes.push({ kind: "toc", line, from: found[0].replace(/\s+/g, " ").trim(), to: "" });
}

/** Carnet adds the base path itself: an address that already contains it would have it twice. */
function withoutBase(done: NewBody, base: string): void {
  if (base === "" || !done.body.includes(`${base}/`)) return;
  const own = asPattern(base);
  const before = done.body;
  done.body = before.replace(new RegExp(String.raw`(\]\(<?|\]:[ \t]*|(?:src|href)=["'])${own}/`, "g"), "$1/");
  if (done.body !== before) done.changes.push({ kind: "baseurl", line: 0, from: `${base}/`, to: "/" });
}

/** A relative address was resolved from the old page, or in folders known to the old generator. */
function fromRoot(done: NewBody, file: Lookup["file"]): void {
  done.body = renameFiles(done.body, (address) => {
    const to = file(address);
    if (to !== undefined) done.changes.push({ kind: "image", line: 0, from: address, to });
    return to;
  });
}

function asEmoji(done: NewBody): void {
  const { text, found } = withEmoji(done.body);
  done.body = text;
  // A keycap contains a digit.
  done.shown.push(...found.values());
  done.changes.push(...Array.from(found, ([from, to]): Change => ({ kind: "emoji", line: 0, from, to })));
}

function asCallouts(done: NewBody, { text }: SourceEntry, convert: typeof withCallouts): void {
  const { body, notices } = convert(done.body);
  done.body = body;
  done.changes.push(
    ...notices.map(({ line, from, to }): Change => ({
      kind: "notice",
      line: text.bodyLine + line,
      from,
      to: excerpt(to, SHOWN),
    })),
  );
}

function apart(done: NewBody): void {
  const { body, marks } = withParagraphsApart(done.body);
  done.body = body;
  done.changes.push(...marks.map((from): Change => ({ kind: "paragraph", line: 0, from, to: "" })));
}

function withoutShortcodes(done: NewBody, { text, source }: SourceEntry): void {
  const { body, changes, unknown } = wordpressBody(done.body, text.bodyLine);
  done.body = body;
  done.changes.push(...changes);
  done.manual.push(
    ...unknown.map(({ line, found }): Manual => ({ kind: "template", file: source, line, found })),
  );
}

function asMarkdown(done: NewBody, { text }: SourceEntry, convert: (body: string) => string): void {
  const before = unmarked(done.body);
  const after = convert(done.body.replace(/\r\n?/g, "\n"));
  done.body = before;
  if (after.trim() === before.trim()) return;
  done.body = `${/^\r?\n/.test(before) && !after.startsWith("\n") ? "\n" : ""}${after}`;
  done.changes.push({
    kind: "html",
    line: text.bodyLine,
    from: excerpt(before, SHOWN),
    to: excerpt(after, SHOWN),
  });
}
