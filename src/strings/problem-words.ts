// Wording around problems in the terminal: severities, counts, the summary.
import type { Severity } from "../problems.ts";
import type { UiLang } from "../ui-lang.ts";

interface ProblemWords {
  severity: Record<Severity, string>;
  count(severity: Severity, n: number): string;
  /** Lines of the same file with the same problem. */
  alsoAt(lines: readonly number[]): string;
  /** After the number of warnings. */
  seeCheck: string;
  inFiles(counts: string, files: number): string;
  /** Before a problem that would be an error if its draft were published. */
  ofDraft: string;
}

/** The first of them: a hundred lines would be one nobody reads. */
const listed = (lines: readonly number[]): string =>
  lines.slice(0, 8).join(", ") + (lines.length > 8 ? "…" : "");

const fr: ProblemWords = {
  severity: { error: "erreur", warn: "avertissement", note: "note" },
  count: (severity, n) => `${String(n)} ${fr.severity[severity]}${n > 1 ? "s" : ""}`,
  alsoAt: (lines) => `(d’autres du même genre : ${lines.length > 1 ? "lignes" : "ligne"} ${listed(lines)})`,
  seeCheck: "Pour les lire : npx carnet check",
  inFiles: (counts, files) => `${counts} dans ${String(files)} fichier${files > 1 ? "s" : ""}`,
  ofDraft: "Ce brouillon n’arrête pas la publication.",
};

const en: ProblemWords = {
  severity: { error: "error", warn: "warning", note: "note" },
  count: (severity, n) => `${String(n)} ${en.severity[severity]}${n === 1 ? "" : "s"}`,
  alsoAt: (lines) => `(others of this kind: ${lines.length > 1 ? "lines" : "line"} ${listed(lines)})`,
  seeCheck: "To read them: npx carnet check",
  inFiles: (counts, files) => `${counts} in ${String(files)} file${files === 1 ? "" : "s"}`,
  ofDraft: "This draft does not stop the publication.",
};

export const problemWords: Record<UiLang, ProblemWords> = { fr, en };
