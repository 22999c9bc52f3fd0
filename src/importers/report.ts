// What an import did, and what is left to do: as values for `--format json`, and as text for people.
import { isSameAddress } from "../content/permalinks.ts";
import { importWords } from "../strings/import.ts";
import { printable } from "../printable.ts";
import type { UiLang } from "../ui-lang.ts";
import { decoded, type Placed } from "./addresses.ts";
import type { NewBody } from "./body.ts";
import { isRefused, type OldSite, type OldText, type Todo, type TodoKind } from "./model.ts";
import { groupBy } from "./values.ts";

export interface ReportedText {
  source: string;
  target: string;
  kind: "post" | "page";
  draft: boolean;
  /** Decoded; null for a draft, or if unknown. */
  old: string | null;
  new: string | null;
  lostWords: string[];
}

export interface Report {
  /** Source texts: `read` is the sum of the others. */
  counts: { read: number; posts: number; pages: number; drafts: number; templates: number; refused: number };
  addresses: { same: number; all: number };
  words: { before: number; after: number; lost: number };
  files: number;
  redirects: number;
  texts: ReportedText[];
  todo: Todo[];
}

interface Outcome {
  bodies: ReadonlyMap<OldText, NewBody>;
  copied: number;
  redirects: number;
  wordsOf: (body: string) => string[];
}

export function makeReport(
  site: OldSite,
  placed: readonly Placed[],
  { bodies, copied, redirects, wordsOf }: Outcome,
): Report {
  const { todo, templates } = site;
  const words = { before: 0, after: 0, lost: 0 };
  const texts = placed.map(({ old, url }): ReportedText => {
    const { body = "", unknown = [] } = bodies.get(old) ?? {};
    const [before, after] = [wordsOf(old.body), wordsOf(body)];
    const lostWords = lostFrom(before, after);
    words.before += before.length;
    words.after += after.length;
    words.lost += lostWords.length;
    if (lostWords.length > 0)
      todo.push({ kind: "words-lost", file: old.target, found: lostWords.slice(0, 10).join(" ") });
    for (const found of unknown) todo.push({ kind: "template", file: old.target, found });
    const { source, target, kind, draft, oldUrl } = old;
    const address = url === undefined ? null : decoded(url);
    return {
      source,
      target,
      kind,
      draft,
      old: oldUrl === undefined ? null : decoded(oldUrl),
      new: address,
      lostWords,
    };
  });
  const published = texts.filter(({ draft }) => !draft);
  const posts = published.filter(({ kind }) => kind === "post").length;
  const refused = todo.filter(isRefused).length;
  const counts = {
    posts,
    pages: published.length - posts,
    drafts: texts.length - published.length,
    templates,
    refused,
  };
  const old = texts.filter((one) => one.old !== null);
  return {
    counts: { read: texts.length + templates + refused, ...counts },
    addresses: {
      same: old.filter((one) => one.new !== null && isSameAddress(one.old ?? "", one.new)).length,
      all: old.length,
    },
    words,
    files: copied,
    redirects,
    texts,
    todo: ORDER.flatMap((kind) => todo.filter((one) => one.kind === kind)),
  };
}

/** What stops a reader comes first. */
const ORDER: readonly TodoKind[] = [
  ...["no-url", "refused", "markup", "resource", "unknown-address", "moved", "shared-address", "undated"],
  ...[
    "date",
    "early",
    "words-lost",
    "template",
    "template-page",
    "value",
    "menu",
    "redirect",
    "file",
    "code-data",
  ],
  ...["symlink", "file-name"],
] as readonly TodoKind[];

/** Words of a text that another lacks, each as often. */
function lostFrom(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of after) counts.set(word, (counts.get(word) ?? 0) + 1);
  return before.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
}

const MOST_LINES = 12;

export function reportText(report: Report, lang: UiLang, destination: string): string {
  const words = importWords(lang);
  const lines = [
    words.counts(report.counts),
    words.addresses(report.addresses, report.redirects),
    words.compared(report.words),
    words.files(report.files),
    "",
    report.todo.length === 0 ? words.nothing : words.left,
  ];
  for (const [kind, all] of groupBy(report.todo, ({ kind: one }) => one)) {
    lines.push(`  ${words.todo[kind]}`);
    const merged = [
      ...groupBy(all, ({ file, found }) => (kind === "template" ? found : `${file} ${found}`)).values(),
    ];
    // A text that was not imported is always named.
    const most = isRefused({ kind, file: "", found: "" }) ? Infinity : MOST_LINES;
    for (const same of merged.slice(0, most)) {
      const [{ file, found } = { file: "", found: "" }] = same;
      const named = [file, found === file ? "" : found].filter((part) => part !== "").join("  ");
      lines.push(`    ${named}${same.length > 1 ? ` ${words.others(same.length - 1)}` : ""}`);
    }
    if (merged.length > most) lines.push(`    … ${words.others(merged.length - most)}`);
  }
  return `${[...lines, "", words.next(destination)].map((line) => printable(line)).join("\n")}\n`;
}
