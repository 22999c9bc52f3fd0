// All of Carnet's messages for editors, in French and English, by code or code/variant: one table for each subject. And the words
// around them in a terminal.
import type { Severity } from "../problems.ts";
import type { UiLang } from "../ui-lang.ts";
import { addressMessages } from "./problems/addresses.ts";
import { contentMessages } from "./problems/content.ts";
import { markdownMessages } from "./problems/markdown.ts";
import type { Message, ParamsOf } from "./problems/message.ts";
import { settingsMessages } from "./problems/settings.ts";

const tables = { ...contentMessages, ...settingsMessages, ...addressMessages, ...markdownMessages };

type Tables = typeof tables;
export type MessageKey = keyof Tables;
export type Params<K extends MessageKey> = ParamsOf<Tables[K]>;

export const catalogue: Readonly<Record<MessageKey, Message>> = tables;

const severities: Record<UiLang, Record<Severity, string>> = {
  fr: { error: "erreur", warn: "avertissement", note: "note" },
  en: { error: "error", warn: "warning", note: "note" },
};

/** The first of them: a hundred lines would be one nobody reads. */
const listed = (lines: readonly number[]): string =>
  lines.slice(0, 8).join(", ") + (lines.length > 8 ? "…" : "");

const fr = {
  severity: severities.fr,
  count: (severity: Severity, n: number) => `${String(n)} ${severities.fr[severity]}${n > 1 ? "s" : ""}`,
  at: (lines: readonly number[], value: string) =>
    `${lines.length > 1 ? "lignes" : "ligne"} ${listed(lines)} : ${value}`,
  /** Other lines of the same file with the same problem. */
  alsoAt: (lines: readonly number[]) => `aussi ${lines.length > 1 ? "lignes" : "ligne"} ${listed(lines)}`,
  /** Before a list. */
  others: "d’autres du même genre :",
  /** After the number of warnings. */
  seeCheck: "Pour les lire : npx carnet check",
  inFiles: (counts: string, files: number) =>
    `${counts} dans ${String(files)} fichier${files > 1 ? "s" : ""}`,
  /** Before a problem that would be an error if its draft were published. */
  ofDraft: "Ce brouillon n’arrête pas la publication.",
};

const en: typeof fr = {
  severity: severities.en,
  count: (severity, n) => `${String(n)} ${severities.en[severity]}${n === 1 ? "" : "s"}`,
  at: (lines, value) => `${lines.length > 1 ? "lines" : "line"} ${listed(lines)}: ${value}`,
  alsoAt: (lines) => `also ${lines.length > 1 ? "lines" : "line"} ${listed(lines)}`,
  others: "others of this kind:",
  seeCheck: "To read them: npx carnet check",
  inFiles: (counts, files) => `${counts} in ${String(files)} file${files === 1 ? "" : "s"}`,
  ofDraft: "This draft does not stop the publication.",
};

export const problemWords = { fr, en };
