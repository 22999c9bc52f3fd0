// Messages about keys of front matter that have no effect.
import { message } from "./message.ts";

export const unheardMessages = {
  "no-effect/hour": message<{ fix: string }>({
    severity: "warn",
    fr: () =>
      "L’heure de « date » ne compte pas : ce texte paraît dès que ce jour commence, à minuit. Pour qu’il attende son heure, écrivez à la place de cette ligne :",
    en: () =>
      "The hour of “date” does not count: this text comes out as soon as that day begins, at midnight. For it to wait for its hour, write in the place of this line:",
    hint: ({ fix }) => fix,
  }),
  "no-effect/no-image": message<{ key: string }>({
    severity: "warn",
    fr: ({ key }) => [
      `« ${key} » parle d’une image, et aucune n’est nommée : ce texte n’est affiché nulle part.`,
      "Ajoutez une ligne « image: » avec l’adresse de l’image, ou supprimez cette clé.",
    ],
    en: ({ key }) => [
      `“${key}” is about a picture, and none is named: this text is shown nowhere.`,
      "Add a line “image:” with the address of the picture, or delete this key.",
    ],
  }),
  "no-effect/other-names": message<{ names: readonly string[]; fix: string | undefined }>({
    severity: "warn",
    fr: ({ names, fix }) => [
      `« aliases » contient ici les anciennes adresses du texte : ${names.map((name) => `« ${name} »`).join(", ")} n’en ${names.length === 1 ? "est pas une" : "sont pas"}. Obsidian y garde d’autres noms.`,
      fix === undefined ? "Supprimez cette clé." : `Écrivez : ${fix}`,
    ],
    en: ({ names, fix }) => [
      `Here, “aliases” contains the old addresses of the text: ${names.map((name) => `“${name}”`).join(", ")} ${names.length === 1 ? "is not one" : "are none"}. Obsidian keeps other names there.`,
      fix === undefined ? "Delete this key." : `Write: ${fix}`,
    ],
  }),
  /** `fix`: a page may say it in its text, or with `updated`, or not at all. */
  "no-effect/page-key": message<{ key: string; fix: "text" | "update" | "none" }>({
    severity: "warn",
    fr: ({ key, fix }) => [
      `« ${key} » ne vaut que pour un article : une page de content/pages/ n’en montre rien.`,
      {
        text: "Supprimez cette clé, et dites-le dans le texte de la page ; ou faites de ce texte un article, dans content/posts/.",
        update: "Supprimez cette clé : le jour s’écrit après « updated: », et ce qui a changé dans le texte.",
        none: "Supprimez cette clé, ou faites de ce texte un article, dans content/posts/.",
      }[fix],
    ],
    en: ({ key, fix }) => [
      `“${key}” is for posts alone: a page of content/pages/ shows nothing of it.`,
      {
        text: "Delete this key, and say it in the text of the page; or make this text a post, in content/posts/.",
        update: "Delete this key: the day is written after “updated:”, and what has changed in the text.",
        none: "Delete this key, or make this text a post, in content/posts/.",
      }[fix],
    ],
  }),
};
