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

/** A parameter: a list is joined as the language does. */
export type Value = string | number | readonly string[];

/** Other braces, as in `{.decorative}` or `{{ url }}`, are text. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${" " | "."}${string}` ? never : Name) | NamesIn<Rest>
  : never;

type NamesOf<M, Lang extends UiLang> =
  | (M extends Record<Lang, infer Text extends string> ? NamesIn<Text> : never)
  | (M extends { hint: Record<Lang, infer Text extends string> } ? NamesIn<Text> : never);

/** The parameters of a message. */
export type ParamsOf<M> = ParamsNamed<NamesOf<M, "fr">>;
type ParamsNamed<Name extends string> = [Name] extends [never]
  ? Readonly<Record<string, never>>
  : Readonly<Record<Name, Value>>;

/** A message whose languages name other parameters has a type that no message has. */
type SameNames<M> = [NamesOf<M, "fr">, NamesOf<M, "en">] extends [NamesOf<M, "en">, NamesOf<M, "fr">]
  ? M
  : "fr and en have different {placeholders}";

/** Declares a table of messages; the compiler checks that both languages have the same placeholders. */
export function messages<const T extends Readonly<Record<string, Message>>>(table: {
  [Key in keyof T]: T[Key] & SameNames<T[Key]>;
}): T {
  return table;
}

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
