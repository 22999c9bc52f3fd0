// The wording of `carnet report` on two versions of a site: Markdown, for a run's summary and a pull request's comment.
import type { UiLang } from "../ui-lang.ts";

const fr = {
  title: "Ce que cette proposition change",
  noChange: "Aucun texte ne change. Les images et l’aspect ne sont pas comparés.",
  preview: (url: string) =>
    `Aperçu, avec les brouillons (en ligne quelques minutes après la vérification) : <${url}>`,
  lists: {
    lost: "Adresses perdues : pour chacune, ajoutez à `content/redirects.yaml` une ligne `ancienne: nouvelle`",
    moved: "Redirigées",
    added: "Ajoutées",
    changed: "Modifiées",
  },
  more: (count: number) => `… et ${String(count)} de plus`,
  missingBase:
    "il manque le site auquel comparer. Écrivez : carnet report --base DOSSIER, où DOSSIER est l’ancien site construit",
  noFolder: (path: string) =>
    `le dossier « ${path} » n’existe pas, ou n’est pas un site construit. Lancez d’abord carnet build.`,
};

const en: typeof fr = {
  title: "What this proposal changes",
  noChange: "No text changes. Pictures and the look are not compared.",
  preview: (url) => `Preview, with drafts (online a few minutes after the check): <${url}>`,
  lists: {
    lost: "Lost addresses: for each, add a line `old: new` to `content/redirects.yaml`",
    moved: "Redirected",
    added: "Added",
    changed: "Changed",
  },
  more: (count) => `… and ${String(count)} more`,
  missingBase:
    "the site to compare with is missing. Write: carnet report --base FOLDER, where FOLDER is the old site, built",
  noFolder: (path) => `the folder “${path}” does not exist, or is not a built site. Run carnet build first.`,
};

export function reportWords(lang: UiLang): typeof fr {
  return { fr, en }[lang];
}
