// A note between brackets that its author left for later (`[image à insérer]`, `[TODO]`) → a warning: readers will see it.
import { eachInline, passRule } from "../rule.ts";

const LATER = String.raw`(?:venir|ajouter|compl[ée]ter|ins[ée]rer|mettre|v[ée]rifier|pr[ée]ciser|confirmer|relire|remplacer)`;
const NOTE = new RegExp(
  String.raw`\[\s?(?:` +
    [
      String.raw`(?:(?:l[ea]s? |l['’]|une? )?[\p{L}]{2,20} )?[àÀaA] ${LATER}(?: [^[\]\n]{0,60})?`,
      String.raw`(?:ajouter|compl[ée]ter|ins[ée]rer|mettre|remplacer) [^[\]\n]{2,80}`,
      String.raw`(?:insert|add) [^[\]\n]{2,80}`,
      String.raw`(?:to do|todo|tbd|tbc|fixme|x{3,}|to come|to be [\p{L}]{3,20})(?:[ :][^[\]\n]{0,80})?`,
    ].join("|") +
    String.raw`)\s?\]`,
  "iu",
);

/** In other places, only in capitals: `todo` is a word of other languages. */
const MARKED =
  /\((?:TODO|FIXME|TBD|[ÀA] COMPL[ÉE]TER)\b[^()\n]{0,80}\)|(?<!\S)(?:TODO|FIXME|[ÀA] COMPL[ÉE]TER)[ \u00a0]?:(?=\s|$)/;

export const editorNotes = passRule("editor-notes", (tokens, env) => {
  const { body } = env.source;
  const isMarked = MARKED.test(body);
  if (!isMarked && !env.leaves("[") && !env.holds("\\")) return;
  eachInline(tokens, (token, children, span) => {
    if (!isMarked && !token.content.includes("[")) return;
    for (const { type, content } of children) {
      const found = type === "text" ? (NOTE.exec(content) ?? MARKED.exec(content))?.[0] : undefined;
      if (found === undefined) continue;
      // A bracket may be escaped in the source.
      const at = span.content.indexOf(found.slice(1, -1));
      env.report("editor-note", env.positions.at(span, Math.max(0, at - 1)), { found });
      return;
    }
  });
});
