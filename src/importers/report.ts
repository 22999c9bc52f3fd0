// What an import did, and what is left to do: as values for `--format json`, and as text for people.
import { addressKey, isSameAddress } from "../content/permalinks.ts";
import { groupBy } from "../iterate.ts";
import { importWords, type ImportWords } from "../strings/import.ts";
import { printable } from "../text.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Placed } from "./addresses.ts";
import { wordsOf, type NewBody } from "./body.ts";
import { isRefused, type OldSite, type OldText, type Todo } from "./model.ts";
import type { SiteRead } from "./settle.ts";
import type { FoundTaxonomy } from "./taxonomies.ts";
import { countsOf } from "./values.ts";

export interface Report {
  /** Source texts: `read` is the sum of the others. */
  counts: Record<"read" | "posts" | "pages" | "terms" | "drafts" | "templates" | "refused", number>;
  taxonomies: readonly FoundTaxonomy[];
  addresses: { same: number; all: number };
  words: { before: number; after: number; lost: number };
  files: number;
  redirects: number;
  /** True if `carnet build` publishes the new site as it is. */
  builds: boolean;
  /** `old`: its address, decoded; null for a draft, or if unknown. */
  texts: (Pick<OldText, "source" | "target" | "kind" | "draft"> & {
    old: string | null;
    new: string | null;
  })[];
  todo: Todo[];
}

export function makeReport(
  { todo, templates, described }: OldSite,
  placed: readonly Placed[],
  bodies: ReadonlyMap<OldText, NewBody>,
  {
    answers,
    ...copied
  }: Pick<Report, "files" | "redirects" | "builds" | "taxonomies"> & Pick<SiteRead, "answers">,
): Report {
  const words = { before: 0, after: 0, lost: 0 };
  for (const [{ target: file, body: old }, { body, unknown }] of bodies) {
    const [before, after] = [wordsOf(old), wordsOf(body)];
    const lost = lostFrom(before, after);
    words.before += before.length;
    words.after += after.length;
    words.lost += lost.length;
    if (lost.length > 0) todo.push({ kind: "words-lost", file, found: lost.slice(0, 10).join(" ") });
    for (const [found, all] of groupBy(unknown, (name) => name))
      todo.push({ kind: "template", file, found, times: all.length });
  }
  const texts = placed.map(({ old: { source, target, kind, draft, oldUrl = null }, url = null }) => ({
    ...{ source, target, kind, draft, old: oldUrl, new: url },
  }));
  const published = (what: OldText["kind"]): number =>
    texts.filter(({ kind, draft }) => kind === what && !draft).length;
  const refused = todo.filter(isRefused).length;
  // A text of unknown address counts as one that has lost it.
  const addressed = texts.filter(({ old, draft }) => old !== null || !draft);
  return {
    counts: {
      read: texts.length + templates + refused,
      posts: published("post"),
      pages: published("page"),
      terms: published("term"),
      drafts: texts.filter(({ draft }) => draft).length,
      templates,
      refused,
    },
    addresses: {
      same:
        addressed.filter((text) => !text.draft && isSameAddress(text.old ?? "?", text.new ?? "")).length +
        described.filter((url) => answers.has(addressKey(url))).length,
      all: addressed.length + described.length,
    },
    ...{ ...copied, words, texts, todo },
  };
}

/** Words of a text that another lacks, each as often. */
function lostFrom(before: readonly string[], after: readonly string[]): string[] {
  const counts = countsOf(after);
  return before.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
}

/** The same code in many texts is one task: each name, the most frequent first. */
function templateLines(all: readonly Todo[], met: ImportWords["met"]): string[] {
  const names = [...groupBy(all, ({ found }) => found)].map(([name, items]) => {
    const times = items.reduce((sum, item) => sum + (item.times ?? 1), 0);
    return { times, line: `    ${name}  ${met(times, items.length, items[0]?.file ?? "")}` };
  });
  return names.sort((a, b) => b.times - a.times).map(({ line }) => line);
}

/** A text that was not imported is always named; of other tasks of one kind, so many are. */
const MOST_LINES = 12;

export function reportText(report: Report, lang: UiLang, destination: string): string {
  const words = importWords(lang);
  const lines = [
    words.counts(report.counts),
    words.addresses(report.addresses, report.redirects),
    words.compared(report.words),
    words.files(report.files),
    ...report.taxonomies.map(words.taxonomy),
    "",
    report.todo.length === 0 ? words.nothing : words.left,
  ];
  for (const [kind, sentence] of Object.entries(words.todo)) {
    const all = report.todo.filter((item) => item.kind === kind);
    if (all.length > 0) lines.push(`  ${sentence}`);
    if (kind === "template") {
      lines.push(...templateLines(all, words.met));
      continue;
    }
    const alike = groupBy(all, ({ file, found }) => `${file}  ${found}`);
    const most = all.some(isRefused) ? Infinity : MOST_LINES;
    for (const [{ file, found } = { file: "", found: "" }, ...others] of [...alike.values()].slice(0, most)) {
      const named = [file, found === file ? "" : found].filter((part) => part !== "").join("  ");
      lines.push(`    ${named}${others.length > 0 ? ` ${words.others(others.length)}` : ""}`);
    }
    if (alike.size > most) lines.push(`    … ${words.others(alike.size - most)}`);
  }
  lines.push("", words.next(destination));
  return `${lines.map((line) => printable(line)).join("\n")}\n`;
}
