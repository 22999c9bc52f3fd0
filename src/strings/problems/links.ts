// Messages about links: where they lead, what they say, and what they would give away.
import { messages } from "./message.ts";

export const linkMessages = messages({
  "dead-link": {
    severity: "warn",
    fr: "Le lien « {href} » ne mène nulle part.",
    en: "The link “{href}” leads nowhere.",
    hint: {
      fr: "Corrigez l’adresse, ou retirez le lien ; si un autre site répond là, nommez ce chemin sous « alsoServed » dans content/site.yaml.",
      en: "Correct the address, or remove the link; if another site answers there, name that path under “alsoServed” in content/site.yaml.",
    },
  },
  "dead-link/withheld": {
    severity: "warn",
    fr: "Le lien « {href} » mène à un texte qui n’est pas en ligne.",
    en: "The link “{href}” leads to a text that is not online.",
    hint: {
      fr: "Publiez ce texte en même temps que celui-ci, ou retirez le lien.",
      en: "Publish that text together with this one, or remove the link.",
    },
  },
  "dead-link/redirect": {
    severity: "warn",
    fr: "L’ancienne adresse « {from} » renvoie à « {to} », qui n’est pas une page en ligne du site.",
    en: "The old address “{from}” leads to “{to}”, which is not a page of the site that is online.",
    hint: { fr: "Corrigez la nouvelle adresse.", en: "Correct the new address." },
  },
  "dead-anchor": {
    severity: "warn",
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
    fr: "L’adresse de ce lien contient un mot de passe ou un jeton (ce qui précède « @ »), que tous les lecteurs verraient.",
    en: "The address of this link contains a password or a token (the part before “@”), which all readers would see.",
    hint: {
      fr: "Effacez ce qui précède « @ », et changez ce mot de passe.",
      en: "Delete the part before “@”, and change that password.",
    },
  },
  "vague-link": {
    severity: "warn",
    fr: "Le texte du lien « {text} » ne dit pas où il mène.",
    en: "The text of the link “{text}” does not say where it leads.",
    hint: { fr: "[le titre de la page]({href})", en: "[the title of the page]({href})" },
  },
  "vague-link/empty": {
    severity: "warn",
    fr: "Ce lien n’a pas de texte : rien ne dit où il mène.",
    en: "This link has no text: nothing says where it leads.",
    hint: { fr: "[le titre de la page]({href})", en: "[the title of the page]({href})" },
  },
});
