// Messages about the text of a post: its headings, links, pictures, frames and raw HTML.
// Each says what was found and what readers will see, then gives the line to paste or the gesture to make.
import { message } from "./message.ts";

const FENCE = "```";
/** As it would be typed, on one line; a picture pasted into an address is not worth a screen of letters. */
const code = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return "`" + (line.length > 300 ? `${line.slice(0, 280)}…` : line) + "`";
};

export const markdownMessages = {
  "skipped-heading": message<{ text: string; found: number; shown: number }>({
    severity: "warn",
    fr: (p) => [
      `Le titre « ${p.text} » saute un niveau (${"#".repeat(p.found)}) : il est affiché un niveau sous le titre qui le précède.`,
      `Écrivez ${code(`${"#".repeat(p.shown)} ${p.text}`)}`,
    ],
    en: (p) => [
      `The heading “${p.text}” skips a level (${"#".repeat(p.found)}): it is shown one level under the heading before it.`,
      `Write ${code(`${"#".repeat(p.shown)} ${p.text}`)}`,
    ],
  }),
  "bold-heading": message<{ text: string; level: number }>({
    severity: "warn",
    fr: (p) => [
      `La ligne « ${p.text} » est toute en gras : si c’est un titre, les lecteurs d’écran et le sommaire ne le voient pas.`,
      `Si c’est un titre, écrivez ${code(`${"#".repeat(p.level)} ${p.text}`)}`,
    ],
    en: (p) => [
      `The line “${p.text}” is all bold: if it is a heading, screen readers and the table of contents do not see it.`,
      `If it is a heading, write ${code(`${"#".repeat(p.level)} ${p.text}`)}`,
    ],
  }),
  "vague-link/words": message<{ text: string; href: string }>({
    severity: "warn",
    fr: (p) => [
      `Le texte du lien « ${p.text} » ne dit pas où il mène.`,
      `Nommez la page d’arrivée : ${code(`[le titre de la page](${p.href})`)}`,
    ],
    en: (p) => [
      `The link text “${p.text}” does not say where it leads.`,
      `Name the page it leads to: ${code(`[the title of the page](${p.href})`)}`,
    ],
  }),
  "vague-link/empty": message<{ href: string }>({
    severity: "warn",
    fr: (p) => [
      `Un lien n’a pas de texte : son adresse est affichée à la place.`,
      `Écrivez ${code(`[le titre de la page](${p.href})`)}, ou donnez un texte alternatif à l’image du lien.`,
    ],
    en: (p) => [
      `A link has no text: its address is shown instead.`,
      `Write ${code(`[the title of the page](${p.href})`)}, or give the link’s picture an alternative text.`,
    ],
  }),
  "literal-link": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : une espace sépare le crochet de la parenthèse.`,
      `Écrivez ${code(p.fix)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: a space stands between the bracket and the parenthesis.`,
      `Write ${code(p.fix)}`,
    ],
  }),
  "literal-footnote/undefined": message<{ label: string }>({
    severity: "warn",
    fr: (p) => [
      `L’appel de note ${code(`[^${p.label}]`)} est affiché tel quel : la note n’est écrite nulle part.`,
      `Ajoutez, sur une ligne à part : ${code(`[^${p.label}]: le texte de la note`)}`,
    ],
    en: (p) => [
      `The footnote mark ${code(`[^${p.label}]`)} is shown as it is: the note is not written anywhere.`,
      `Add, on a line of its own: ${code(`[^${p.label}]: the text of the note`)}`,
    ],
  }),
  "literal-footnote/unused": message<{ label: string }>({
    severity: "warn",
    fr: (p) => [
      `La note ${code(`[^${p.label}]`)} n’est appelée nulle part : elle n’est pas affichée.`,
      `Placez ${code(`[^${p.label}]`)} dans le texte, là où la note s’applique.`,
    ],
    en: (p) => [
      `Nothing in the text refers to the note ${code(`[^${p.label}]`)}: it is not shown.`,
      `Put ${code(`[^${p.label}]`)} in the text, where the note belongs.`,
    ],
  }),
  "dropped-html/element": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `La balise ${code(`<${p.name}>`)} n’est pas admise dans un article : elle a été retirée.`,
      `Effacez-la ; les balises permises sont celles du texte, des tableaux, des images et des vidéos.`,
    ],
    en: (p) => [
      `The tag ${code(`<${p.name}>`)} is not allowed in an article: it has been taken out.`,
      `Delete it; the tags allowed are those of text, tables, pictures and videos.`,
    ],
  }),
  "dropped-html/block": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `La balise ${code(`<${p.name}>`)} ne peut pas se trouver au milieu d’une phrase : elle a été retirée, son contenu est gardé.`,
      `Placez ${code(`<${p.name}>`)} sur une ligne à part, précédée d’une ligne vide.`,
    ],
    en: (p) => [
      `The tag ${code(`<${p.name}>`)} cannot stand inside a sentence: it has been taken out, its content is kept.`,
      `Put ${code(`<${p.name}>`)} on a line of its own, after an empty line.`,
    ],
  }),
  "dropped-html/attribute": message<{ name: string; element: string }>({
    severity: "warn",
    fr: (p) => [
      `L’attribut ${code(p.name)} de ${code(`<${p.element}>`)} n’est pas admis : il a été retiré.`,
      p.name === "style"
        ? `Effacez-le ; une classe (${code('class="…"')}) peut le remplacer.`
        : `Effacez-le.`,
    ],
    en: (p) => [
      `The attribute ${code(p.name)} of ${code(`<${p.element}>`)} is not allowed: it has been taken out.`,
      p.name === "style" ? `Delete it; a class (${code('class="…"')}) can replace it.` : `Delete it.`,
    ],
  }),
  "dropped-html/url": message<{ url: string }>({
    severity: "warn",
    fr: (p) => [
      `L’adresse ${code(p.url)} n’est pas admise : elle a été retirée, le texte est gardé.`,
      `Une adresse commence par ${code("https://")}, ${code("mailto:")}, ${code("tel:")}, ${code("/")} ou ${code("#")}.`,
    ],
    en: (p) => [
      `The address ${code(p.url)} is not allowed: it has been taken out, the text is kept.`,
      `An address begins with ${code("https://")}, ${code("mailto:")}, ${code("tel:")}, ${code("/")} or ${code("#")}.`,
    ],
  }),
  "dropped-html/social-script": message<{ host: string }>({
    severity: "warn",
    fr: (p) => [
      `Le script de ${p.host} a été retiré : une page ne charge aucun script d’un autre site.`,
      `Effacez la balise ${code("<script>")} : la citation et son lien se lisent sans elle.`,
    ],
    en: (p) => [
      `The script of ${p.host} has been taken out: a page loads no script from another site.`,
      `Delete the ${code("<script>")} tag: the quotation and its link can be read without it.`,
    ],
  }),
  "dropped-html/unclosed": message<{ opening: string; closing: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.opening)} n’est jamais refermé : le texte jusqu’à la prochaine ligne vide n’est pas affiché.`,
      `Ajoutez ${code(p.closing)} à la fin.`,
    ],
    en: (p) => [
      `${code(p.opening)} is never closed: the text up to the next empty line is not shown.`,
      `Add ${code(p.closing)} at the end.`,
    ],
  }),
  "dropped-html/media": message<{ url: string }>({
    severity: "warn",
    fr: (p) => [
      `Le fichier ${code(p.url)} est sur un autre site : il n’est pas chargé, un lien le remplace.`,
      `Placez le fichier dans ${code("public/")}, et écrivez son adresse depuis ${code("/")}.`,
    ],
    en: (p) => [
      `The file ${code(p.url)} is on another site: it is not loaded, a link replaces it.`,
      `Put the file in ${code("public/")}, and write its address from ${code("/")}.`,
    ],
  }),
  "script/refused": message({
    severity: "error",
    fixed: true,
    fr: () => [
      `Une balise ${code("<script>")} se trouve dans le texte : aucun programme n’est admis dans un article.`,
      `Effacez tout, de ${code("<script>")} à ${code("</script>")}. Pour montrer du code, écrivez-le entre deux lignes ${FENCE}.`,
    ],
    en: () => [
      `A ${code("<script>")} tag stands in the text: no program is allowed in an article.`,
      `Delete everything from ${code("<script>")} to ${code("</script>")}. To show code, write it between two ${FENCE} lines.`,
    ],
  }),
  "unknown-frame/host": message<{ host: string }>({
    severity: "error",
    fr: (p) => [
      `Le cadre de ${code(p.host)} n’est pas admis. Le sont Dailymotion, YouTube, Vimeo, et les sites que ${code("content/site.yaml")} nomme.`,
      `Pour l’admettre, ajoutez dans ${code("content/site.yaml")} : ${code(`embeds: { allow: [${p.host}] }`)}`,
    ],
    en: (p) => [
      `The frame of ${code(p.host)} is not allowed. Those of Dailymotion, YouTube, Vimeo, and of the sites that ${code("content/site.yaml")} names are.`,
      `To allow it, add in ${code("content/site.yaml")}: ${code(`embeds: { allow: [${p.host}] }`)}`,
    ],
  }),
  "unknown-frame/address": message<{ src: string }>({
    severity: "error",
    fr: (p) => [
      p.src === ""
        ? `Un cadre ${code("<iframe>")} n’a pas d’adresse.`
        : `L’adresse ${code(p.src)} ne peut pas être montrée dans un cadre.`,
      `Un cadre a une adresse complète : ${code('<iframe src="https://www.dailymotion.com/embed/video/…" title="…"></iframe>')}`,
    ],
    en: (p) => [
      p.src === ""
        ? `An ${code("<iframe>")} has no address.`
        : `The address ${code(p.src)} cannot be shown in a frame.`,
      `A frame has a complete address: ${code('<iframe src="https://www.dailymotion.com/embed/video/…" title="…"></iframe>')}`,
    ],
  }),
  "untitled-frame": message<{ provider: string; title: string }>({
    severity: "warn",
    fr: (p) => [
      `Le cadre (${p.provider}) n’a pas de titre : les lecteurs d’écran annonceront « ${p.title} ».`,
      `Ajoutez ${code('title="Ce que montre la vidéo"')} dans ${code("<iframe …>")}.`,
    ],
    en: (p) => [
      `The frame (${p.provider}) has no title: screen readers will announce “${p.title}”.`,
      `Add ${code('title="What the video shows"')} in ${code("<iframe …>")}.`,
    ],
  }),
  "missing-image": message<{ src: string; suggestion?: string | undefined }>({
    severity: "warn",
    fr: (p) => [
      `L’image ${code(p.src)} est introuvable : son texte alternatif est affiché à la place.`,
      p.suggestion === undefined
        ? `Placez le fichier à côté de l’article, ou dans ${code("public/img/")} sous l’adresse ${code("/img/…")}.`
        : `Une image du même nom existe : écrivez ${code(p.suggestion)}`,
    ],
    en: (p) => [
      `The picture ${code(p.src)} cannot be found: its alternative text is shown instead.`,
      p.suggestion === undefined
        ? `Put the file beside the article, or in ${code("public/img/")} under the address ${code("/img/…")}.`
        : `There is a picture of that name: write ${code(p.suggestion)}`,
    ],
  }),
  "image-case": message<{ src: string; actual: string }>({
    severity: "warn",
    fr: (p) => [
      `L’image ${code(p.src)} s’écrit autrement (majuscules, accents) sur le disque.`,
      `Écrivez ${code(p.actual)}`,
    ],
    en: (p) => [
      `The picture ${code(p.src)} is spelt otherwise (capitals, accents) on the disk.`,
      `Write ${code(p.actual)}`,
    ],
  }),
  "broken-image": message<{ src: string }>({
    severity: "warn",
    fr: (p) => [
      `Le fichier ${code(p.src)} n’est pas une image lisible : son texte alternatif est affiché à la place.`,
      `Exportez de nouveau l’image (JPEG, PNG, WebP ou SVG) et remplacez le fichier.`,
    ],
    en: (p) => [
      `The file ${code(p.src)} is not a readable picture: its alternative text is shown instead.`,
      `Export the picture again (JPEG, PNG, WebP or SVG) and replace the file.`,
    ],
  }),
  "missing-alt/none": message<{ src: string }>({
    severity: "warn",
    fr: (p) => [
      `L’image ${code(p.src)} n’a pas de texte alternatif.`,
      `Dites ce qu’elle montre : ${code(`![ce que montre l’image](${p.src})`)}. Si elle est décorative : ${code(`![](${p.src}){.decorative}`)}`,
    ],
    en: (p) => [
      `The picture ${code(p.src)} has no alternative text.`,
      `Say what it shows: ${code(`![what the picture shows](${p.src})`)}. If it is decorative: ${code(`![](${p.src}){.decorative}`)}`,
    ],
  }),
  "missing-alt/file-name": message<{ src: string; alt: string }>({
    severity: "warn",
    fr: (p) => [
      `Le texte alternatif « ${p.alt} » n’est que le nom du fichier.`,
      `Dites ce que montre l’image : ${code(`![ce que montre l’image](${p.src})`)}. Si elle est décorative : ${code(`![](${p.src}){.decorative}`)}`,
    ],
    en: (p) => [
      `The alternative text “${p.alt}” is only the file’s name.`,
      `Say what the picture shows: ${code(`![what the picture shows](${p.src})`)}. If it is decorative: ${code(`![](${p.src}){.decorative}`)}`,
    ],
  }),
  "third-party-image": message<{ src: string }>({
    severity: "warn",
    fr: (p) => [
      `L’image ${code(p.src)} est sur un autre site : elle n’est pas chargée, un lien la remplace.`,
      `Si vous en avez le droit, placez l’image à côté de l’article et écrivez son nom.`,
    ],
    en: (p) => [
      `The picture ${code(p.src)} is on another site: it is not loaded, a link replaces it.`,
      `If you have the right to, put the picture beside the article and write its name.`,
    ],
  }),
  "template-leftover": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : les articles n’ont pas de langage de gabarit. C’est sans doute un reste de Jekyll ou de Hugo.`,
      p.found.includes("highlight")
        ? `Remplacez-le par une ligne ${FENCE} suivie du nom du langage.`
        : `Effacez-le, ou écrivez-le entre accents graves s’il fait partie du texte.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: articles have no template language. It is likely a leftover of Jekyll or Hugo.`,
      p.found.includes("highlight")
        ? `Replace it with a ${FENCE} line followed by the name of the language.`
        : `Delete it, or write it between backticks if it belongs to the text.`,
    ],
  }),
  "literal-emphasis": message<{ found: string; fix?: string | undefined }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : une espace ou une lettre mal placée empêche la mise en valeur.`,
      p.fix === undefined
        ? `Fermez la mise en valeur, ou placez ${code("\\")} devant le signe.`
        : `Écrivez ${code(p.fix)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: a space or a letter in the wrong place prevents the emphasis.`,
      p.fix === undefined
        ? `Close the emphasis, or put ${code("\\")} before the sign.`
        : `Write ${code(p.fix)}`,
    ],
  }),
  nesting: message({
    severity: "warn",
    fr: () => [
      `Les listes et citations sont imbriquées trop profondément : la suite est affichée comme du texte simple.`,
      `Retirez des signes ${code(">")} ou ${code("-")} au début de la ligne.`,
    ],
    en: () => [
      `Lists and quotations are nested too deeply: what follows is shown as plain text.`,
      `Take away ${code(">")} or ${code("-")} signs at the beginning of the line.`,
    ],
  }),
  "long-reference": message<{ label: string }>({
    severity: "warn",
    fr: (p) => [
      `L’adresse ${code(`[${p.label}]:`)} est trop longue pour être reprise si souvent : les derniers ${code(`[${p.label}]`)} sont affichés comme du texte.`,
      "Raccourcissez cette adresse.",
    ],
    en: (p) => [
      `The address ${code(`[${p.label}]:`)} is too long to be used so often: the last ${code(`[${p.label}]`)} are shown as text.`,
      "Shorten this address.",
    ],
  }),
  "unknown-language": message<{ lang: string }>({
    severity: "note",
    fr: (p) => [
      `Le langage de code « ${p.lang} » est inconnu : le code est affiché sans couleurs.`,
      `Par exemple : ${FENCE}python`,
    ],
    en: (p) => [
      `The code language “${p.lang}” is unknown: the code is shown without colours.`,
      `For example: ${FENCE}python`,
    ],
  }),
};
