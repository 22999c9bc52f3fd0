// Messages about how a text is written: pictures, headings, players, HTML, signs that stay on the page.
import type { Messages } from "./message.ts";

export const markdownMessages = {
  "missing-alt": {
    fr: "L’image `{src}` n’a pas de texte alternatif.",
    en: "The picture `{src}` has no alternative text.",
    hint: {
      fr: "![ce que montre l’image]({src}), ou, si c’est un décor, ![]({src}){.decorative}",
      en: "![what the picture shows]({src}), or, if it is decoration, ![]({src}){.decorative}",
    },
  },
  "missing-alt/file-name": {
    fr: "Le texte alternatif « {alt} » n’est que le nom d’un fichier.",
    en: "The alternative text “{alt}” is only the name of a file.",
    hint: { fr: "![ce que montre l’image]({src})", en: "![what the picture shows]({src})" },
  },
  "missing-alt/cover": {
    severity: "note",
    fr: "L’image de couverture n’a pas de texte alternatif : les lecteurs d’écran la prennent pour un décor.",
    en: "The cover has no alternative text: screen readers take it for decoration.",
    hint: {
      fr: 'imageAlt: "Ce que montre l’image" ou, si c’est bien un décor, imageAlt: ""',
      en: 'imageAlt: "What the picture shows" or, if it is decoration, imageAlt: ""',
    },
  },
  "missing-image": {
    fr: "L’image `{src}` est introuvable : elle n’est pas montrée.",
    en: "The picture `{src}` cannot be found: it is not shown.",
    hint: {
      fr: "Placez le fichier à côté du texte, ou dans public/.",
      en: "Put the file beside the text, or in public/.",
    },
  },
  "image-case": {
    fr: "L’image `{src}` s’écrit autrement (majuscules, accents) sur le disque.",
    en: "The picture `{src}` is spelt differently (capitals, accents) on the disk.",
  },
  "broken-image": {
    fr: "`{src}` n’est pas une image qu’un navigateur puisse montrer : elle n’est pas publiée.",
    en: "`{src}` is not a picture that a browser can show: it is not published.",
    hint: { fr: "Exportez-la de nouveau en JPEG ou en PNG.", en: "Export it again as JPEG or PNG." },
  },
  "broken-image/now": {
    severity: "error",
    fr: "`{file}` n’a pas pu être convertie.",
    en: "`{file}` could not be converted.",
    hint: {
      fr: "Exportez-la de nouveau, en JPEG ou en PNG, de 4000 pixels de large au plus.",
      en: "Export it again, as JPEG or PNG, at most 4000 pixels wide.",
    },
  },
  "third-party-image": {
    fr: "L’image `{src}` est sur un autre site : elle n’est pas chargée, un lien la remplace.",
    en: "The picture `{src}` is on another site: it is not loaded, a link replaces it.",
    hint: {
      fr: "Placez-la à côté du texte, si vous en avez le droit.",
      en: "Put it beside the text, if you may.",
    },
  },
  "missing-captions": {
    severity: "note",
    fr: "Ce film n’a pas de sous-titres : qui n’a pas le son ne peut pas le suivre.",
    en: "This film has no captions: people without sound cannot follow it.",
    hint: {
      fr: '<track kind="captions" src="/media/film.vtt" srclang="fr" label="Français" default>',
      en: '<track kind="captions" src="/media/film.vtt" srclang="en" label="English" default>',
    },
  },
  "missing-headers": {
    fr: "Ce tableau n’a pas d’en-têtes : les lecteurs d’écran ne disent pas à quoi ses cases se rapportent.",
    en: "This table has no headers: screen readers do not say what its cells are about.",
    hint: { fr: "Nommez ses colonnes sur la première ligne.", en: "Name its columns in the first row." },
  },
  "skipped-heading": {
    fr: "Le titre « {text} » saute un niveau : il est affiché un niveau sous celui qui le précède.",
    en: "The heading “{text}” skips a level: it is shown one level under the one before it.",
  },
  "bold-heading": {
    fr: "La ligne « {text} » est toute en gras : si c’est un titre, le sommaire et les lecteurs d’écran ne le voient pas.",
    en: "The line “{text}” is all bold: if it is a heading, the table of contents and screen readers do not see it.",
  },
  "literal-markup": { fr: "`{found}` est affiché tel quel.", en: "`{found}` is shown as it is." },
  "literal-link": {
    fr: "`{found}` est affiché tel quel, et non comme un lien.",
    en: "`{found}` is shown as it is, and not as a link.",
    hint: { fr: "[le texte](https://…)", en: "[the text](https://…)" },
  },
  "literal-list": {
    fr: "`{found}` est affiché dans un paragraphe, et non comme une liste.",
    en: "`{found}` is shown in a paragraph, and not as a list.",
  },
  "literal-table": {
    fr: "`{found}` est affiché tel quel, et non comme un tableau.",
    en: "`{found}` is shown as it is, and not as a table.",
    hint: {
      fr: "Un tableau a une ligne d’en-têtes, puis une ligne de tirets : | --- | --- |",
      en: "A table has a row of headers, then a row of hyphens: | --- | --- |",
    },
  },
  "literal-footnote": {
    fr: "La note {found} n’est pas reconnue : il y faut un appel dans le texte, et une ligne qui la donne.",
    en: "The footnote {found} is not recognised: it takes a mark in the text, and a line that gives it.",
    hint: { fr: "[^1]: le texte de la note", en: "[^1]: the text of the note" },
  },
  "template-leftover": {
    fr: "Des restes d’un autre logiciel (Jekyll, Hugo, WordPress…) sont affichés tels quels : {found}.",
    en: "Leftovers of another program (Jekyll, Hugo, WordPress…) are shown as they are: {found}.",
    hint: { fr: "Écrivez ce que voyaient les lecteurs.", en: "Write what readers saw." },
  },
  "unclosed-code": {
    fr: "Ce bloc de code n’est pas fermé : tout ce qui suit est affiché comme du code.",
    en: "This block of code is not closed: all that follows is shown as code.",
    hint: { fr: "```", en: "```" },
  },
  "dropped-html": {
    fr: "`{found}` est retiré de la page : un texte n’admet pas ce HTML.",
    en: "`{found}` is removed from the page: a text does not admit this HTML.",
    hint: { fr: "Récrivez-le en Markdown, ou retirez-le.", en: "Rewrite it in Markdown, or remove it." },
  },
  "dropped-html/link": {
    severity: "warn",
    fr: "L’adresse `{found}` est retirée de la page, et son texte reste : un lien n’admet pas cette sorte d’adresse.",
    en: "The address `{found}` is removed from the page, and its text stays: a link does not admit this kind of address.",
  },
  "dropped-html/open-quote": {
    severity: "warn",
    fr: "Du texte est perdu : dans `{found}`, rien ne ferme le guillemet, et ce qui suit jusqu’au prochain n’est pas publié.",
    en: "Text is lost: in `{found}`, nothing closes the quotation mark, and what follows up to the next one is not published.",
  },
  "unknown-frame": {
    fr: "Le cadre `{src}` est remplacé par un lien ; pour l’admettre, nommez son site dans content/site.yaml.",
    en: "The frame `{src}` is replaced by a link; to allow it, name its site in content/site.yaml.",
    hint: { fr: "embeds: { allow: [www.example.org] }", en: "embeds: { allow: [www.example.org] }" },
  },
  "untitled-frame": {
    fr: "Ce cadre n’a pas de titre : les lecteurs d’écran annonceront « {title} ».",
    en: "This frame has no title: screen readers will announce “{title}”.",
    hint: { fr: 'title="Ce qu’il montre"', en: 'title="What it shows"' },
  },
} as const satisfies Messages;
