// Messages about blocks of other tools (MkDocs, Docusaurus, VuePress…) that Carnet prints as text.
import { code, message, toWrite } from "./message.ts";

/** A block of another tool that stands out of the text. */
export interface BlockParams {
  found: string;
  /** A kind of callout, or `DETAILS`, or `QUOTE`. */
  kind: string;
  title: string;
}

export interface ContainerParams extends BlockParams {
  /** The signs of its last line. */
  end: string;
  isOther?: boolean;
}

/** What replaces a directive: a line, a fence of code, or a kind as in blocks; none of them for other directives. */
export interface DirectiveParams {
  found: string;
  fix?: string;
  /** The language of the code, or nothing. */
  fence?: string;
  kind?: string | undefined;
}

/** The first line of what replaces a block: a collapsible block, or an alert. */
export const opening = (kind: string, title: string): string =>
  kind === "DETAILS" ? code(`<details><summary>${title || "…"}</summary>`) : code(`> [!${kind}]`);

/** The titles of callouts are Carnet's. */
export const titleFr = (title: string): string =>
  title === "" ? "" : ` Le titre devient le début du texte : ${code(`**${title}** : …`)}`;
export const titleEn = (title: string): string =>
  title === "" ? "" : ` The title becomes the beginning of the text: ${code(`**${title}**: …`)}`;

export const containerMessages = {
  "literal-markup/container": message<ContainerParams>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel, comme la ligne ${code(p.end)} qui suit le texte.`,
      p.kind === "DETAILS"
        ? `À la place de la première, écrivez ${opening(p.kind, p.title)} et de la seconde ${code("</details>")}, avec une ligne vide autour du texte.`
        : p.kind === "QUOTE"
          ? `Effacez ces deux lignes, et écrivez ${code("> ")} au début de chaque ligne de la citation.`
          : p.isOther === true
            ? `Effacez ces deux lignes ; si c’est un encadré, écrivez ${opening(p.kind, p.title)} à la place de la première, et ${code("> ")} au début de chaque ligne du texte.${titleFr(p.title)}`
            : `Écrivez ${opening(p.kind, p.title)} à la place, ${code("> ")} au début de chaque ligne du texte, et effacez ${code(p.end)}${p.title && "."}${titleFr(p.title)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is, like the ${code(p.end)} line after the text.`,
      p.kind === "DETAILS"
        ? `In place of the first write ${opening(p.kind, p.title)}, and of the second ${code("</details>")}, with an empty line around the text.`
        : p.kind === "QUOTE"
          ? `Delete these two lines, and write ${code("> ")} at the beginning of each line of the quotation.`
          : p.isOther === true
            ? `Delete these two lines; if it is a callout, write ${opening(p.kind, p.title)} in place of the first, and ${code("> ")} at the beginning of each line of the text.${titleEn(p.title)}`
            : `Write ${opening(p.kind, p.title)} instead, ${code("> ")} at the beginning of each line of the text, and delete ${code(p.end)}${p.title && "."}${titleEn(p.title)}`,
    ],
  }),
  "literal-markup/admonition": message<BlockParams>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : c’est un encadré de MkDocs.`,
      p.kind === "DETAILS"
        ? `Écrivez ${opening(p.kind, p.title)} à la place, une ligne vide, le texte sans retrait, une ligne vide et ${code("</details>")}`
        : p.kind === "QUOTE"
          ? `Effacez cette ligne, et écrivez ${code("> ")} au début de chaque ligne de la citation, sans autre retrait.`
          : `Écrivez ${opening(p.kind, p.title)} à la place, et ${code("> ")} au début de chaque ligne du texte, sans autre retrait.${titleFr(p.title)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: it is a MkDocs callout.`,
      p.kind === "DETAILS"
        ? `Write ${opening(p.kind, p.title)} instead, an empty line, the text without indentation, an empty line and ${code("</details>")}`
        : p.kind === "QUOTE"
          ? `Delete this line, and write ${code("> ")} at the beginning of each line of the quotation, without any other indentation.`
          : `Write ${opening(p.kind, p.title)} instead, and ${code("> ")} at the beginning of each line of the text, without any other indentation.${titleEn(p.title)}`,
    ],
  }),
  "literal-markup/directive": message<DirectiveParams>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : c’est une directive de reStructuredText.`,
      p.fix !== undefined
        ? `Écrivez ${code(p.fix)} à la place, et effacez ses options : les lignes qui commencent par deux-points.`
        : p.fence !== undefined
          ? `Effacez cette ligne et ses options, et placez le code, sans retrait, entre une ligne \`\`\`${p.fence} et une ligne \`\`\``
          : p.kind === "QUOTE"
            ? `Effacez cette ligne, et écrivez ${code("> ")} au début de chaque ligne de la citation, sans autre retrait.`
            : p.kind !== undefined
              ? `Écrivez ${opening(p.kind, "")} à la place, et ${code("> ")} au début de chaque ligne du texte, sans autre retrait.`
              : `Effacez cette ligne et ses options, et laissez le texte qui suit sans retrait.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: it is a reStructuredText directive.`,
      p.fix !== undefined
        ? `Write ${code(p.fix)} instead, and delete its options: the lines that begin with a colon.`
        : p.fence !== undefined
          ? `Delete this line and its options, and put the code, without indentation, between a line \`\`\`${p.fence} and a line \`\`\``
          : p.kind === "QUOTE"
            ? `Delete this line, and write ${code("> ")} at the beginning of each line of the quotation, without any other indentation.`
            : p.kind !== undefined
              ? `Write ${opening(p.kind, "")} instead, and ${code("> ")} at the beginning of each line of the text, without any other indentation.`
              : `Delete this line and its options, and leave the text that follows without indentation.`,
    ],
  }),
  "literal-link/restructured": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché comme du code : c’est un lien de reStructuredText.`,
    en: (p) => `${code(p.found)} is shown as code: it is a reStructuredText link.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
};
