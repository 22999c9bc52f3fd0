// A note between brackets that its author left for later (`[image à insérer]`, `[TODO]`) → a warning: readers will see it.
import { eachInline, passRule } from "../rule.ts";

const THING = String.raw`(?:liens?|images?|photos?|captures?|visuels?|illustrations?|l[ée]gendes?|logos?|citations?|sources?|links?|pictures?|screenshots?|quotes?|captions?|figures?)`;
/** What only the author can do: readers are told what is “to be confirmed” or “to come”. */
const LATER = String.raw`(?:ajouter|compl[ée]ter|ins[ée]rer|v[ée]rifier|relire|remplacer)`;
/** Right after a letter, brackets are part of a name: `DR[xxx]`. */
const NOTE = new RegExp(
  String.raw`(?<![\p{L}\d])\[\s?(?:` +
    [
      String.raw`(?:(?:l[ea]s? |l['’]|une? )?\p{L}{2,20} )?[àa] ${LATER}(?: [^[\]\n]{0,60})?`,
      String.raw`(?:l[ea]s? |l['’]|une? )?${THING} [àa] (?:venir|mettre)(?: [^[\]\n]{0,60})?`,
      String.raw`(?:ajouter|ins[ée]rer|mettre|remplacer|add|insert) (?:[\p{L}’']{1,5} ){0,2}(?:[ld]['’])?${THING}(?: [^[\]\n]{0,60})?`,
      String.raw`(?:ins[ée]rer|ajouter|indiquer|pr[ée]ciser|insert|add|enter) [^[\]\n]{2,60} (?:ici|here)`,
      String.raw`(?:to do|todo|fixme|x{3,})(?:[ :][^[\]\n]{0,80})?`,
    ].join("|") +
    String.raw`)\s?\]`,
  "iu",
);
/** What writing assistants leave to complete. */
const UNSIGNED =
  /\[(?:Votre|Your) (?:[Pp]rénom|[Nn]om|[Ff]onction|[Nn]ame|[Pp]osition|[Cc]ompany|[Oo]rgani[sz]ation|(?:[Jj]ob )?[Tt]itle)(?: [^[\]\n]{0,40})?\]/;
/** A text about letters shows some. */
const SAMPLE =
  /mod[èe]le|gabarit|canevas|exemple de|exemples de|(?:lettre|courriel|mail|message|courrier|réponse)s?[ -]types?|template|sample|example/i;

/** Before the label of a button, as instructions write it. */
const LABEL =
  /(?:cliqu|bouton|onglet|menu|choisi|s[ée]lectionn|click|button|press|tap|select|choose)\S*(?: \S+){0,4} $/i;

/** In other places, only in capitals: `todo` is a word of other languages. */
const MARKED =
  /\((?:TODO|FIXME|[ÀA] COMPL[ÉE]TER)\b[^()\n]{0,80}\)|(?<!\S)(?:TODO|FIXME|[ÀA] COMPL[ÉE]TER)[ \u00a0]?:(?=\s|$)/;

/** What a text contains in which `MARKED` matches: sought one by one, they are found sooner. */
const MARKS = ["TODO", "FIXME", "COMPL"];

export const editorNotes = passRule("editor-notes", (tokens, env) => {
  const { body } = env.source;
  const isMarked = MARKS.some((mark) => body.includes(mark)) && MARKED.test(body);
  if (!isMarked && !env.leaves("[") && !env.holds("\\")) return;
  eachInline(tokens, (token, children, span) => {
    if (!isMarked && !token.content.includes("[")) return;
    for (const { type, content } of children) {
      const note =
        type === "text" ? (NOTE.exec(content) ?? MARKED.exec(content) ?? unsigned(content, body)) : null;
      if (note === null || LABEL.test(content.slice(Math.max(0, note.index - 60), note.index))) continue;
      const [found] = note;
      // A bracket may be escaped in the source.
      const at = span.content.indexOf(found.slice(1, -1));
      env.report("editor-note", env.positions.at(span, Math.max(0, at - 1)), { found });
      return;
    }
  });
});

function unsigned(content: string, body: string): RegExpExecArray | null {
  const note = UNSIGNED.exec(content);
  return note === null || SAMPLE.test(body) ? null : note;
}
