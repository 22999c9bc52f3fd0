// Messages about the addresses of pages: permalinks, redirects, addresses that no longer answer.
import { messages } from "./message.ts";

export const addressMessages = messages({
  "bad-permalink": {
    severity: "error",
    fixed: true,
    fr: "« {found} » ne peut pas être une adresse : un chemin de ce site commence par /, finit par / ou .html, et n’a ni espace ni signe spécial.",
    en: "“{found}” cannot be an address: a path of this site begins with /, ends with / or .html, and has no space or special sign.",
  },
  "duplicate-url": {
    severity: "error",
    fixed: true,
    fr: "L’adresse {url} est déjà celle de {other} (les majuscules n’y changent rien).",
    en: "The address {url} is already that of {other} (capitals make no difference).",
    hint: {
      fr: "Ajoutez à l’en-tête de l’un des deux : slug: autre-nom",
      en: "Add to the front matter of one of the two: slug: another-name",
    },
  },
  "duplicate-url/generated": {
    severity: "error",
    fixed: true,
    fr: "À l’adresse {url}, Carnet met lui-même une page ou un fichier.",
    en: "At the address {url}, Carnet itself puts a page or a file.",
    hint: {
      fr: "Donnez à ce texte ou à ce fichier un autre nom, ou déplacez la page de Carnet sous « addresses » dans content/site.yaml.",
      en: "Give this text or file another name, or move Carnet’s page under “addresses” in content/site.yaml.",
    },
  },
  "redirect/bad": {
    severity: "error",
    fixed: true,
    fr: "« {found} » ne convient pas à une redirection : elle va d’un chemin de ce site à un autre, ou à une adresse https://.",
    en: "“{found}” does not suit a redirect: it goes from a path of this site to another, or to an https:// address.",
  },
  "redirect/taken": {
    severity: "error",
    fixed: true,
    fr: "{from} ne peut pas rediriger : {other} a déjà cette adresse.",
    en: "{from} cannot redirect: {other} already has this address.",
    hint: { fr: "Supprimez cette redirection.", en: "Delete this redirect." },
  },
  "redirect/loop": {
    severity: "error",
    fixed: true,
    fr: "Ces redirections tournent en rond : {chain}.",
    en: "These redirects go round in a circle: {chain}.",
    hint: { fr: "Supprimez l’une d’elles.", en: "Delete one of them." },
  },
  "vanished-url/moved": {
    severity: "warn",
    fr: "L’adresse {url} a été publiée et ne répond plus : redirigez-la dans content/redirects.yaml.",
    en: "The address {url} was published and no longer answers: redirect it in content/redirects.yaml.",
  },
  "vanished-url/gone": {
    severity: "warn",
    fr: "L’adresse {url} a été publiée et ne répond plus : redirigez-la dans content/redirects.yaml, ou supprimez sa ligne de content/addresses.txt.",
    en: "The address {url} was published and no longer answers: redirect it in content/redirects.yaml, or delete its line of content/addresses.txt.",
  },
  "vanished-url/withheld": {
    severity: "warn",
    fr: "L’adresse {url} a été publiée, et son texte n’est plus en ligne : publiez-le, ou supprimez sa ligne de content/addresses.txt.",
    en: "The address {url} was published, and its text is no longer online: publish it, or delete its line of content/addresses.txt.",
  },
});
