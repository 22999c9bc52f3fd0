// Messages about raw HTML, and about drawings that contain scripts: what was removed, and what replaces it.
// Each says what was found and what readers will see, then gives the line to paste or the action to take.
import { code, message, toWrite } from "./message.ts";
import { ofName } from "./of-name.ts";
import { captionHint } from "./problems-captions.ts";

const FENCE = "```";
const isPicture = (url: string): boolean => /\.(?:svg|png|jpe?g|gif|webp|avif)$/i.test(url);
const isFlash = (url: string): boolean => /\.swf\b/i.test(url);

/** Where what an element holds has its place, by its name. */
const elsewhere: Readonly<Record<string, { fr: string; en: string }>> = {
  svg: {
    fr: ` Un dessin se place dans un fichier : ${code("![ce qu’il montre](dessin.svg)")}`,
    en: ` A drawing goes into a file: ${code("![what it shows](drawing.svg)")}`,
  },
  style: {
    fr: ` L’apparence du site se règle dans ${code("layouts/assets/css/")}.`,
    en: ` The look of the site is set in ${code("layouts/assets/css/")}.`,
  },
};

export const htmlMessages = {
  "dropped-html/element": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `La balise ${code(`<${p.name}>`)} n’est pas admise dans un article : elle a été retirée.`,
      p.name === "button"
        ? `Effacez-la. Un texte à déplier s’écrit ${code("<details><summary>Titre</summary>")}, le texte entre deux lignes vides, puis ${code("</details>")}.`
        : `Effacez-la ; les balises permises sont celles du texte, des tableaux, des images et des vidéos.`,
    ],
    en: (p) => [
      `The tag ${code(`<${p.name}>`)} is not allowed in a post: it was removed.`,
      p.name === "button"
        ? `Delete it. A text to unfold is written ${code("<details><summary>Title</summary>")}, the text between two empty lines, then ${code("</details>")}.`
        : `Delete it; the tags allowed are those of text, tables, pictures and videos.`,
    ],
  }),
  "dropped-html/whole": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `La balise ${code(`<${p.name}>`)} n’est pas admise dans un article : elle a été retirée, avec tout ce qu’elle contient.`,
      `Effacez tout, de ${code(`<${p.name}>`)} à ${code(`</${p.name}>`)}.${elsewhere[p.name]?.fr ?? ""}`,
    ],
    en: (p) => [
      `The tag ${code(`<${p.name}>`)} is not allowed in a post: it was removed, with all it contains.`,
      `Delete everything from ${code(`<${p.name}>`)} to ${code(`</${p.name}>`)}.${elsewhere[p.name]?.en ?? ""}`,
    ],
  }),
  "dropped-html/block": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `La balise ${code(`<${p.name}>`)} ne peut pas se trouver au milieu d’une phrase : elle a été retirée, son contenu est gardé.`,
      p.name === "figcaption"
        ? captionHint.fr
        : `Placez ${code(`<${p.name}>`)} sur une ligne à part, précédée d’une ligne vide.`,
    ],
    en: (p) => [
      `The tag ${code(`<${p.name}>`)} cannot stand inside a sentence: it was removed, its content is kept.`,
      p.name === "figcaption"
        ? captionHint.en
        : `Put ${code(`<${p.name}>`)} on a line of its own, after an empty line.`,
    ],
  }),
  "dropped-html/attribute": message<{ name: string; element: string; fix?: string | undefined }>({
    severity: "warn",
    fr: (p) => [
      `L’attribut ${code(p.name)} de ${code(`<${p.element}>`)} n’est pas admis : il a été retiré.`,
      p.name === "style"
        ? `Effacez-le ; une classe (${code('class="…"')}) peut le remplacer.`
        : p.fix === undefined
          ? `Effacez-le.`
          : `Écrivez-le après l’adresse : ${code(p.fix)}`,
    ],
    en: (p) => [
      `The attribute ${code(p.name)} of ${code(`<${p.element}>`)} is not allowed: it was removed.`,
      p.name === "style"
        ? `Delete it; a class (${code('class="…"')}) can replace it.`
        : p.fix === undefined
          ? `Delete it.`
          : `Write it after the address: ${code(p.fix)}`,
    ],
  }),
  "dropped-html/class": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `La classe ${code(p.name)} appartient à l’apparence du site, et un texte ne peut pas s’en servir : elle a été retirée.`,
      `Effacez-la, ou choisissez un autre nom, que la feuille de style de votre site connaît.`,
    ],
    en: (p) => [
      `The class ${code(p.name)} belongs to the look of the site, and a text cannot use it: it was removed.`,
      `Delete it, or choose another name, one that your site’s stylesheet knows.`,
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
  "dropped-html/unclosed-comment": message<{ line: number }>({
    severity: "warn",
    fr: (p) => [
      `Ce commentaire n’est pas refermé avant le suivant, à la ligne ${String(p.line)} : le texte entre les deux n’est pas affiché.`,
      `Ajoutez ${code("-->")} là où il finit.`,
    ],
    en: (p) => [
      `This comment is not closed before the next one, at line ${String(p.line)}: the text between them is not shown.`,
      `Add ${code("-->")} where it ends.`,
    ],
  }),
  "dropped-html/nested-comment": message<{ line: number }>({
    severity: "warn",
    fr: (p) => [
      `Ce commentaire en contient un autre, à la ligne ${String(p.line)} : il finit au premier ${code("-->")}, et la suite est affichée.`,
      `Effacez ${code("<!--")} et ${code("-->")} du commentaire qui est à l’intérieur.`,
    ],
    en: (p) => [
      `This comment contains another one, at line ${String(p.line)}: it ends at the first ${code("-->")}, and what follows is shown.`,
      `Delete ${code("<!--")} and ${code("-->")} of the comment inside.`,
    ],
  }),
  "dropped-html/quote": message<{ name: string; element: string; value: string }>({
    severity: "warn",
    fr: (p) =>
      `La valeur de ${code(p.name)} n’a pas son second guillemet, dans ${code(`<${p.element}>`)} : le texte qui la suit n’est pas affiché.`,
    en: (p) =>
      `The value of ${code(p.name)} lacks its second quotation mark, in ${code(`<${p.element}>`)}: the text after it is not shown.`,
    hint: (p, lang) => toWrite(`${p.name}="${p.value}"`, lang),
  }),
  "dropped-html/left-open": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(`<${p.name}>`)} n’est jamais refermé : toute la suite de l’article y est enfermée${p.name === "details" ? ", et cachée jusqu’à un clic" : ""}.`,
      `Écrivez ${code(`</${p.name}>`)} là où il finit, au début d’une ligne et après une ligne vide : dans une liste, la balise n’est pas lue.`,
    ],
    en: (p) => [
      `${code(`<${p.name}>`)} is never closed: all the rest of the text is inside it${p.name === "details" ? ", hidden until a click" : ""}.`,
      `Write ${code(`</${p.name}>`)} where it ends, at the beginning of a line and after an empty line: in a list, the tag is not read.`,
    ],
  }),
  "dropped-html/cut": message<{ opening: string }>({
    severity: "warn",
    fr: (p) => [
      `La balise ${code(p.opening)} n’a pas de signe ${code(">")} avant la ligne vide : elle a été retirée, avec ce qui la suit jusque-là.`,
      `Effacez la ligne vide si elle coupe la balise, ou ajoutez le guillemet ou le signe ${code(">")} qui manque.`,
    ],
    en: (p) => [
      `The tag ${code(p.opening)} has no ${code(">")} sign before the empty line: it was removed, with what follows it up to there.`,
      `Delete the empty line if it cuts the tag, or add the quotation mark or the ${code(">")} sign that is missing.`,
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
  "dropped-html/plugin": message<{ name: string; url: string }>({
    severity: "warn",
    fr: (p) => [
      `La balise ${code(`<${p.name}>`)} charge ${code(p.url)}, ce qu’un article ne peut pas faire : elle a été retirée, et le texte qu’elle contient est gardé.`,
      isPicture(p.url)
        ? `Écrivez à sa place ${code(`![ce qu’elle montre](${p.url})`)}`
        : isFlash(p.url)
          ? `Effacez-la : plus aucun navigateur ne lit Flash. Si une page montre encore ce contenu, menez-y par un lien.`
          : `Menez-y par un lien : ${code(`[ce qu’on y trouve](${p.url})`)}`,
    ],
    en: (p) => [
      `The tag ${code(`<${p.name}>`)} loads ${code(p.url)}, which a post cannot do: it was removed, and the text it contains is kept.`,
      isPicture(p.url)
        ? `Write in its place ${code(`![what it shows](${p.url})`)}`
        : isFlash(p.url)
          ? `Delete it: no browser reads Flash any more. If a page still shows this content, lead there by a link.`
          : `Lead there by a link: ${code(`[what is found there](${p.url})`)}`,
    ],
  }),
  "dropped-html/social-script": message<{ host: string }>({
    severity: "warn",
    fr: (p) => [
      `Le script du site ${p.host} a été retiré : une page ne charge aucun script d’un autre site.`,
      `Effacez la balise ${code("<script>")} : la citation et son lien se lisent sans elle.`,
    ],
    en: (p) => [
      `The script of ${p.host} was removed: a page loads no script from another site.`,
      `Delete the ${code("<script>")} tag: the quotation and its link can be read without it.`,
    ],
  }),
  "dropped-html/player-script": message<{ host: string }>({
    severity: "warn",
    fr: (p) => [
      `Le script du site ${p.host} a été retiré : la vidéo se lit sans lui.`,
      `Effacez la balise ${code("<script>")}.`,
    ],
    en: (p) => [
      `The script of ${p.host} was removed: the video plays without it.`,
      `Delete the ${code("<script>")} tag.`,
    ],
  }),
  "dropped-html/code-script": message<{ name: string; src: string }>({
    severity: "warn",
    fr: (p) => [
      `Le script ${ofName(p.name)} a été retiré : une page n’en charge aucun. Un lien mène à ce qu’il montrait.`,
      `Écrivez ce lien à sa place : ${code(`[ce que montre la page](${p.src})`)} ; ou copiez le code entre deux lignes \`\`\``,
    ],
    en: (p) => [
      `The script of ${p.name} was removed: a page loads none. A link leads to what it showed.`,
      `Write the link in its place: ${code(`[what the page shows](${p.src})`)}; or copy the code between two lines of \`\`\``,
    ],
  }),
  "dropped-html/deck-script": message<{ name: string; src: string; title: string }>({
    severity: "warn",
    fr: (p) => [
      `Le script ${ofName(p.name)} a été retiré : le lecteur de ce qu’il montrait le remplace.`,
      `Écrivez plutôt ${code(`<iframe src="${p.src}" title="${p.title.replaceAll('"', "&quot;")}"></iframe>`)}`,
    ],
    en: (p) => [
      `The script of ${p.name} was removed: the player of what it showed replaces it.`,
      `Write instead ${code(`<iframe src="${p.src}" title="${p.title.replaceAll('"', "&quot;")}"></iframe>`)}`,
    ],
  }),
  "dropped-html/deck-link": message<{ src: string; setting: string }>({
    severity: "warn",
    fr: (p) => [
      `Le script de Speaker Deck a été retiré : un lien vers la présentation (${code(p.src)}) le remplace.`,
      `Pour montrer la présentation dans la page, écrivez dans ${code("content/site.yaml")} : ${code(p.setting)}`,
    ],
    en: (p) => [
      `The script of Speaker Deck was removed: a link to the deck (${code(p.src)}) replaces it.`,
      `To show the deck in the page, write in ${code("content/site.yaml")}: ${code(p.setting)}`,
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
      `A ${code("<script>")} tag stands in the text: no program is allowed in a post.`,
      `Delete everything from ${code("<script>")} to ${code("</script>")}. To show code, write it between two ${FENCE} lines.`,
    ],
  }),
};
