// The form of the messages for editors: data, with `{placeholders}` from which the types of a problem's parameters come.
import type { Severity } from "../../problems.ts";
import type { UiLang } from "../../ui-lang.ts";

type Sentence = Readonly<Record<UiLang, string>>;

/** What was found, in one sentence; `hint` says what to do if the problem has no line to paste. */
export interface Message extends Sentence {
  /** A warning by default. */
  readonly severity?: Severity;
  /** True if `checks` in `site.yaml` may lower the error: most concern safety or integrity, and stay errors. */
  readonly adjustable?: boolean;
  readonly hint?: Sentence;
}

/** A table: its messages, by code or code/variant. */
export type Messages = Readonly<Record<string, Message>>;

/** A parameter: a list is joined as the language does. */
export type Value = string | number | readonly string[];

/** Other braces, as in `{.decorative}` or `{{ url }}`, are text. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${" " | "."}${string}` ? never : Name) | NamesIn<Rest>
  : never;

/** The parameters of a message: both languages have the same, as a test checks. */
export type ParamsOf<M extends Message> = ParamsNamed<NamesIn<M["fr"]> | NamesIn<HintOf<M>>>;
type HintOf<M> = M extends { hint: { fr: infer Text extends string } } ? Text : never;
type ParamsNamed<Name extends string> = [Name] extends [never]
  ? Readonly<Record<string, never>>
  : Readonly<Record<Name, Value>>;

/** A longer value is cut, so that a picture pasted into an address does not fill the screen. */
const LONGEST_QUOTED = 200;

/** Fills in the placeholders of a sentence, each on one line. */
export function filled(sentence: string, params: Readonly<Record<string, Value>>, lang: UiLang): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => written(params[name] ?? "", lang));
}

function written(value: Value, lang: UiLang): string {
  if (typeof value === "number") return lang === "fr" ? String(value).replace(".", ",") : String(value);
  const text =
    typeof value === "string" ? value : new Intl.ListFormat(lang === "en" ? "en-GB" : lang).format(value);
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST_QUOTED ? `${line.slice(0, LONGEST_QUOTED - 1)}…` : line;
}
