// Messages about tags of other generators (Jekyll, Hugo, Hexo, Zola) that a text shows as they are.
// Each says what to write instead, using what the tag contains: a video's number, a picture's file, a post's name.
import { code, message } from "./message.ts";

/** What a tag showed on the page; `written` is something to write as it is, `text` something unknown. */
type LeftoverKind =
  | "player"
  | "picture"
  | "link"
  | "address"
  | "base"
  | "written"
  | "code"
  | "code-end"
  | "callout"
  | "quote"
  | "end"
  | "attributes"
  | "text";

export interface LeftoverParams {
  found: string;
  kind: LeftoverKind;
  /** The address, file or line to write, if the tag contains it. */
  fix?: string;
  /** For a picture. */
  alt?: string;
  caption?: string;
}

export const leftoverMessages = {
  "literal-markup/attributes": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : les attributs d’un paragraphe s’écrivent à sa fin.`,
      "Laissez une ligne vide après ces attributs, ou effacez-les.",
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: the attributes of a paragraph are written at its end.`,
      "Leave an empty line after these attributes, or delete them.",
    ],
  }),
  "literal-markup/size": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : ce n’est pas ainsi que se donne la taille d’une image.`,
      `Écrivez ${code(p.fix)} juste après l’image.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: this is not how the size of a picture is given.`,
      `Write ${code(p.fix)} right after the picture.`,
    ],
  }),
};
