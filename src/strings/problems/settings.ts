// Messages for the owner of a site: its settings, what its folder lacks, its layouts and the pages that come of them.
import type { Messages } from "./message.ts";

export const settingsMessages = {
  "settings/missing": {
    severity: "error",
    fr: "Ce dossier n’a pas de fichier content/site.yaml, avec au moins le titre du site.",
    en: "This folder has no content/site.yaml file, with at least the title of the site.",
    hint: {
      fr: "title: Le carnet du programme\nurl: https://blog.example.org",
      en: "title: The programme’s notebook\nurl: https://blog.example.org",
    },
  },
  "settings/address": {
    severity: "error",
    fr: "L’adresse « {name} » vaut « {found} » ; elle doit ressembler à celle-ci, avec les mêmes mots après « : ».",
    en: "The address “{name}” is “{found}”; it must look like this one, with the same words after “:”.",
  },
  "settings/unsafe-address": {
    severity: "error",
    fr: "Cette adresse contient un mot de passe, ou ne mène pas à une page : une adresse commence par https://, mailto:, tel: ou /.",
    en: "This address contains a password, or does not lead to a page: an address begins with https://, mailto:, tel: or /.",
  },
  "settings/name": {
    severity: "error",
    fr: "« {name} » ne peut pas être déclaré sous « {map} » : Carnet a déjà cette clé, ou ce n’est pas un mot sans espace.",
    en: "“{name}” cannot be declared under “{map}”: Carnet already has this key, or it is not a word without spaces.",
    hint: { fr: "Choisissez un autre nom.", en: "Choose another name." },
  },
  contrast: {
    severity: "error",
    adjustable: true,
    fr: "La couleur {found} se lit mal sur le fond des pages : contraste de {ratio} pour 1, il faut au moins 4,5.",
    en: "The colour {found} is hard to read on the background of pages: its contrast is {ratio} to 1, at least 4.5 is needed.",
  },
  "accessibility/flattering": {
    severity: "error",
    fr: "L’état déclaré est meilleur que l’audit : « non conforme » sans audit ou sous 50 %, « partiellement conforme » sous 100 %.",
    en: "The declared status is better than the audit: “non-compliant” without an audit or under 50%, “partially compliant” under 100%.",
  },
  "accessibility/expired": {
    fr: "L’audit d’accessibilité du {day} a plus de trois ans : la loi ne permet plus de s’en prévaloir.",
    en: "The accessibility audit of {day} is more than three years old: the law no longer lets a site rely on it.",
    hint: { fr: "status: non conforme", en: "status: non-compliant" },
  },
  "accessibility/incomplete": {
    severity: "note",
    fr: "La déclaration d’accessibilité ne dit pas tout ce que la loi demande : il y manque {missing}.",
    en: "The accessibility statement does not say all that the law requires: it lacks {missing}.",
  },
  audience: {
    severity: "error",
    fr: "L’adresse de Matomo commence par https://, et n’a ni mot de passe, ni « ? », ni « # ».",
    en: "The address of Matomo begins with https://, and has no password, no “?” and no “#”.",
  },
  "audience/key": {
    severity: "error",
    fr: "La clé « {key} » n’est pas connue sous « audience » : tant qu’elle est là, rien n’est mesuré.",
    en: "The key “{key}” is not known under “audience”: as long as it is there, nothing is measured.",
  },
  "no-content": {
    severity: "error",
    fr: "Il n’y a pas de dossier « content » ici.",
    en: "There is no “content” folder here.",
    hint: {
      fr: "Placez-vous dans le dossier du site, ou commencez-en un : npx carnet init",
      en: "Go to the folder of the site, or begin one: npx carnet init",
    },
  },
  "no-posts": {
    fr: "Il n’y a encore aucun article dans content/posts/.",
    en: "There is no post in content/posts/ yet.",
    hint: {
      fr: 'npx carnet new "Mon premier article"',
      en: 'npx carnet new "My first post"',
    },
  },
  "no-posts/folder": {
    fr: "Il n’y a encore aucun texte dans content/{folder}/.",
    en: "There is no text in content/{folder}/ yet.",
  },
  "no-url": {
    severity: "note",
    fr: "Sans son adresse, ce site n’a ni flux, ni plan pour les moteurs de recherche, ni images de partage.",
    en: "Without its address, this site has no feeds, no sitemap for search engines and no pictures for sharing.",
    hint: { fr: "url: https://blog.example.org", en: "url: https://blog.example.org" },
  },
  "html-link": {
    fr: "L’adresse « {href} » de cette page ne mène à rien que le site ait construit.",
    en: "The address “{href}” of this page leads to nothing that the site has built.",
    hint: {
      fr: "Corrigez-la dans le gabarit : {{ adresse | url }}",
      en: "Correct it in the layout: {{ address | url }}",
    },
  },
  "html-id": {
    fr: "Deux éléments de cette page ont l’id « {id} ».",
    en: "Two elements of this page have the id “{id}”.",
    hint: { fr: "Donnez un autre id à l’un des deux.", en: "Give another id to one of the two." },
  },
  "blocked-resource": {
    fr: "`{src}` n’est pas chargé : les pages n’admettent que ce que content/site.yaml nomme sous « policy ».",
    en: "`{src}` is not loaded: pages admit only what content/site.yaml names under “policy”.",
  },
  "theme/missing": {
    severity: "error",
    fr: "Le thème « {name} » n’est pas là : Carnet apporte {known}, « ./dossier » en est un du site, tout autre nom un paquet installé.",
    en: "The theme “{name}” is not there: Carnet brings {known}, “./folder” is one of the site, any other name an installed package.",
  },
  "theme/needs": {
    severity: "error",
    fr: "Le thème « {name} » a besoin de {needed}, que ce site n’a pas installé.",
    en: "The theme “{name}” needs {needed}, which this site has not installed.",
  },
  "lost-block": {
    fr: "Le bloc « {name} » n’est pas affiché : aucun gabarit que celui-ci prolonge ne l’a, mais {known}.",
    en: "The block “{name}” is not shown: no layout that this one extends has it, but {known}.",
  },
} as const satisfies Messages;
