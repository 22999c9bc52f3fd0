// Messages about addresses: permalinks, redirects, those that no longer answer; and about links, what they say and give away.
import type { Messages } from "./message.ts";

export const addressMessages = {
  "bad-permalink": {
    severity: "error",
    fr: "« {found} » ne peut pas être une adresse : un chemin de ce site commence par /, finit par / ou .html, et n’a ni espace ni signe spécial.",
    en: "“{found}” cannot be an address: a path of this site begins with /, ends with / or .html, and has no space or special sign.",
  },
  "duplicate-url": {
    severity: "error",
    fr: "L’adresse {url} est déjà celle de {other} (les majuscules n’y changent rien).",
    en: "The address {url} is already that of {other} (capitals make no difference).",
    hint: { fr: "slug: autre-nom", en: "slug: another-name" },
  },
  "duplicate-url/generated": {
    severity: "error",
    fr: "À l’adresse {url}, Carnet met lui-même une page ou un fichier.",
    en: "At the address {url}, Carnet itself puts a page or a file.",
    hint: {
      fr: "Donnez à ce texte ou à ce fichier un autre nom, ou déplacez la page de Carnet sous « addresses » dans content/site.yaml.",
      en: "Give this text or file another name, or move Carnet’s page under “addresses” in content/site.yaml.",
    },
  },
  "redirect/bad": {
    severity: "error",
    fr: "« {found} » ne convient pas à une redirection : elle va d’un chemin de ce site à un autre, ou à une adresse https://.",
    en: "“{found}” does not suit a redirect: it goes from a path of this site to another, or to an https:// address.",
  },
  "redirect/taken": {
    severity: "error",
    fr: "{from} ne peut pas rediriger : {other} a déjà cette adresse.",
    en: "{from} cannot redirect: {other} already has this address.",
    hint: { fr: "Supprimez cette redirection.", en: "Delete this redirect." },
  },
  "redirect/loop": {
    severity: "error",
    fr: "Ces redirections tournent en rond : {chain}.",
    en: "These redirects go round in a circle: {chain}.",
    hint: { fr: "Supprimez l’une d’elles.", en: "Delete one of them." },
  },
  "vanished-url/moved": {
    fr: "L’adresse {url} a été publiée et ne répond plus : redirigez-la dans content/redirects.yaml.",
    en: "The address {url} was published and no longer answers: redirect it in content/redirects.yaml.",
  },
  "vanished-url/gone": {
    fr: "L’adresse {url} a été publiée et ne répond plus : redirigez-la dans content/redirects.yaml, ou supprimez sa ligne de content/addresses.txt.",
    en: "The address {url} was published and no longer answers: redirect it in content/redirects.yaml, or delete its line of content/addresses.txt.",
  },
  "vanished-url/withheld": {
    fr: "L’adresse {url} a été publiée, et son texte n’est plus en ligne : publiez-le, ou supprimez sa ligne de content/addresses.txt.",
    en: "The address {url} was published, and its text is no longer online: publish it, or delete its line of content/addresses.txt.",
  },
  "dead-link": {
    fr: "Le lien « {href} » ne mène nulle part.",
    en: "The link “{href}” leads nowhere.",
    hint: {
      fr: "Corrigez l’adresse, ou retirez le lien ; si un autre site répond là, nommez ce chemin sous « alsoServed » dans content/site.yaml.",
      en: "Correct the address, or remove the link; if another site answers there, name that path under “alsoServed” in content/site.yaml.",
    },
  },
  "dead-link/withheld": {
    fr: "Le lien « {href} » mène à un texte qui n’est pas en ligne.",
    en: "The link “{href}” leads to a text that is not online.",
    hint: { fr: "Publiez ce texte, ou retirez le lien.", en: "Publish that text, or remove the link." },
  },
  "dead-link/redirect": {
    fr: "L’ancienne adresse « {from} » renvoie à « {to} », qui n’est pas une page en ligne du site.",
    en: "The old address “{from}” leads to “{to}”, which is not a page of the site that is online.",
    hint: { fr: "Corrigez la nouvelle adresse.", en: "Correct the new address." },
  },
  "dead-anchor": {
    fr: "Le lien « {href} » mène à une page où rien ne s’appelle « {id} ».",
    en: "The link “{href}” leads to a page where nothing is named “{id}”.",
    hint: {
      fr: "Reprenez l’ancre d’un titre de cette page, ou retirez la fin de l’adresse à partir de #.",
      en: "Use the anchor of a heading of that page, or remove the end of the address from # on.",
    },
  },
  "moved-link": {
    severity: "note",
    fr: "Le lien « {href} » passe par une redirection.",
    en: "The link “{href}” goes through a redirect.",
  },
  "secret-link": {
    severity: "error",
    adjustable: true,
    fr: "L’adresse de ce lien contient un mot de passe ou un jeton (ce qui précède « @ »), que tous les lecteurs verraient.",
    en: "The address of this link contains a password or a token (the part before “@”), which all readers would see.",
    hint: { fr: "Effacez-le, et changez ce mot de passe.", en: "Delete it, and change that password." },
  },
  "vague-link": {
    fr: "Le texte du lien « {text} » ne dit pas où il mène.",
    en: "The text of the link “{text}” does not say where it leads.",
    hint: { fr: "[le titre de la page]({href})", en: "[the title of the page]({href})" },
  },
  "vague-link/empty": {
    fr: "Ce lien n’a pas de texte : rien ne dit où il mène.",
    en: "This link has no text: nothing says where it leads.",
    hint: { fr: "[le titre de la page]({href})", en: "[the title of the page]({href})" },
  },
} as const satisfies Messages;
