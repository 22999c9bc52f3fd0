// The wording of `carnet report` on two versions of a site: Markdown, for a run's summary and a pull request's comment.
import type { UiLang } from "../ui-lang.ts";

export interface ReportWords {
  title: string;
  noChange: string;
  counts(counts: { added: number; removed: number; changed: number; lost: number }): string;
  words(before: number, after: number): string;
  lists(count: number): string;
  /** Where to see it; the address may take a few minutes to work. */
  preview(url: string): string;
  lost: string;
  /** What to do about lost addresses. */
  lostHint: string;
  /** Posts whose id in feeds has changed. */
  renamed(count: number): string;
  /** What the site says above every page: a notice, or that it is archived. */
  notices: string;
  came(text: string): string;
  went(text: string): string;
  added: string;
  removed: string;
  changed: string;
  moved: string;
  page(words: number): string;
  more(count: number): string;
  missingBase: string;
  noFolder(path: string): string;
}

const s = (count: number): string => (count < 2 ? "" : "s");
const fr: ReportWords = {
  title: "Ce que cette proposition change",
  noChange: "Aucun texte ne change. Les images, l’aspect et le nom du blog ne sont pas comparés.",
  counts: ({ added, removed, changed, lost }) =>
    `${String(added)} page${s(added)} ajoutée${s(added)}, ${String(removed)} retirée${s(removed)}, ${String(changed)} modifiée${s(changed)}, ${String(lost)} adresse${s(lost)} perdue${s(lost)}.`,
  words: (before, after) =>
    `Mots des articles et des pages : ${String(before)} avant, ${String(after)} après.`,
  lists: (count) =>
    count === 1
      ? "Une liste (accueil, mots-clés…) change en conséquence."
      : `${String(count)} listes (accueil, mots-clés…) changent en conséquence.`,
  preview: (url) =>
    `Aperçu, avec les brouillons (en ligne quelques minutes après la vérification) : <${url}>`,
  lost: "Adresses perdues",
  lostHint: "Pour chacune, ajoutez à `content/redirects.yaml` une ligne `ancienne: nouvelle`.",
  renamed: (count) =>
    `**Flux :** ${count === 1 ? "un article y change" : `${String(count)} articles y changent`} de nom, et les abonnés ${count === 1 ? "le" : "les"} recevront une seconde fois. Pour l’éviter, dites ce qui ${count === 1 ? "le" : "les"} nommait : \`feeds: { ids: … }\` dans \`content/site.yaml\` si tout le site change d’adresse, \`feedId\` dans un seul texte.`,
  notices: "En haut de chaque page",
  came: (text) => `Apparaît : ${text}`,
  went: (text) => `Disparaît : ${text}`,
  added: "Ajouté",
  removed: "Retiré",
  changed: "Modifié",
  moved: "Redirigé",
  page: (words) => `${String(words)} mot${s(words)}`,
  more: (count) => `… et ${String(count)} de plus`,
  missingBase:
    "il manque le site auquel comparer. Écrivez : carnet report --base DOSSIER, où DOSSIER est l’ancien site construit",
  noFolder: (path) =>
    `le dossier « ${path} » n’existe pas, ou n’est pas un site construit. Lancez d’abord carnet build.`,
};

const p = (count: number): string => (count === 1 ? "" : "s");
const en: ReportWords = {
  title: "What this proposal changes",
  noChange: "No text changes. Pictures, the look and the blog’s name are not compared.",
  counts: ({ added, removed, changed, lost }) =>
    `${String(added)} page${p(added)} added, ${String(removed)} removed, ${String(changed)} changed, ${String(lost)} address${lost === 1 ? "" : "es"} lost.`,
  words: (before, after) => `Words in posts and pages: ${String(before)} before, ${String(after)} after.`,
  lists: (count) =>
    count === 1
      ? "One list (home, tags…) changes accordingly."
      : `${String(count)} lists (home, tags…) change accordingly.`,
  preview: (url) => `Preview, with drafts (online a few minutes after the check): <${url}>`,
  lost: "Lost addresses",
  lostHint: "For each, add a line `old: new` to `content/redirects.yaml`.",
  renamed: (count) =>
    `**Feeds:** ${count === 1 ? "a post is" : `${String(count)} posts are`} given another id there, and subscribers will receive ${count === 1 ? "it" : "them"} again. To avoid this, say what identified ${count === 1 ? "it" : "them"}: \`feeds: { ids: … }\` in \`content/site.yaml\` if the whole site changes its addresses, \`feedId\` in a single text.`,
  notices: "Above every page",
  came: (text) => `Appears: ${text}`,
  went: (text) => `Disappears: ${text}`,
  added: "Added",
  removed: "Removed",
  changed: "Changed",
  moved: "Redirected",
  page: (words) => `${String(words)} word${p(words)}`,
  more: (count) => `… and ${String(count)} more`,
  missingBase:
    "the site to compare with is missing. Write: carnet report --base FOLDER, where FOLDER is the old site, built",
  noFolder: (path) => `the folder “${path}” does not exist, or is not a built site. Run carnet build first.`,
};

export function reportWords(lang: UiLang): ReportWords {
  return { fr, en }[lang];
}
