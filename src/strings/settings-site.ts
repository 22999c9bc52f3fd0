// What each key of `content/site.yaml` says, for whoever writes it: shown by their editor, and in the reference of docs/.
// By path; `*` is a name that the owner chose, or an item of a list. Those of `accessibility` stand in a file of their own.
import type { Translated } from "../ui-lang.ts";

const SHOWN_NAME: Translated = { fr: "Le nom affiché.", en: "The name shown." };
const SHOWN_WORDS: Translated = {
  fr: "Une phrase en tête de sa page.",
  en: "A sentence at the top of its page.",
};
const LINK_LABEL: Translated = { fr: "Les mots du lien.", en: "The text of the link." };
const LINK_URL: Translated = {
  fr: "Où il mène : un chemin du site (`/a-propos/`) ou une adresse entière.",
  en: "Where it leads: a path of the site (`/about/`) or a full address.",
};
const LINK_LANG: Translated = {
  fr: "Le lien ne paraît que sur les pages de cette langue ; sans elle, sur celles de la langue du site.",
  en: "The link is shown only on pages in this language; by default, the site’s language.",
};

export const SITE_SETTINGS: Readonly<Record<string, Translated>> = {
  title: {
    fr: "Le nom du blog. Seul réglage obligatoire.",
    en: "The blog’s name. The only required setting.",
  },
  description: {
    fr: "Une phrase qui dit de quoi parle le blog : à l’accueil, au pied des autres pages, dans les flux et pour les moteurs de recherche.",
    en: "A sentence that says what the blog is about, shown on the home page, at the foot of the others, in feeds and to search engines.",
  },
  url: {
    fr: "L’adresse publique du site, avec le chemin sous lequel il est servi s’il y en a un. Sans elle, ni flux, ni plan du site, ni liens de partage.",
    en: "The public address of the site, including any path it is served under. Without it, there are no feeds, no sitemap and no share links.",
  },
  lang: {
    fr: "La langue du site et de ses textes, sauf de ceux qui en disent une autre. Hors du français, les mots de Carnet sont en anglais.",
    en: "The language of the site, and of texts that do not name another. If it is not French, Carnet’s own words are in English.",
  },
  timeZone: {
    fr: "Le fuseau horaire des dates : c’est là qu’un jour commence quand un article attend le sien.",
    en: "The time zone of dates. It decides when a day begins, and so when a post with a future date comes out.",
  },
  permalink: {
    fr: "La forme de l’adresse des articles, faite de `:year`, `:month`, `:day` et `:slug` (ou `:title`, le même mot). Décidez-en avant de publier.",
    en: "The pattern of the addresses of posts, made of `:year`, `:month`, `:day` and `:slug` (or `:title`, its synonym). Decide before you publish.",
  },
  postsPerPage: {
    fr: "Combien d’articles par page de liste.",
    en: "How many posts each page of a list shows.",
  },
  addresses: {
    fr: "Les adresses des pages que fait Carnet, pour qu’un ancien blog garde les siennes ; dans une autre langue, son code les précède (`/en/blog/`).",
    en: "The addresses of the pages that Carnet makes: change them so that an old blog keeps its own. Pages in another language have its code in front (`/fr/blog/`).",
  },
  "addresses.home": {
    fr: "L’accueil ; placé ailleurs qu’à la racine du site, celle-ci y mène.",
    en: "The home page. If it is not at the root of the site, the root redirects to it.",
  },
  "addresses.blog": { fr: "La liste de tous les articles.", en: "The list of all posts." },
  "addresses.page": {
    fr: "Ce qui s’ajoute à l’adresse d’une liste à partir de sa deuxième page ; `:n` est son numéro.",
    en: "What is added to the address of a list from its second page on; `:n` is the page number.",
  },
  "addresses.tags": { fr: "La liste des mots-clés.", en: "The list of tags." },
  "addresses.tag": { fr: "La page d’un mot-clé, `:slug`.", en: "The page of a tag, `:slug`." },
  "addresses.people": { fr: "La liste des auteurs.", en: "The list of authors." },
  "addresses.person": { fr: "La page d’un auteur, `:slug`.", en: "The page of an author, `:slug`." },
  "addresses.archives": { fr: "Les archives.", en: "The archive." },
  "addresses.year": { fr: "Les articles d’une année, `:year`.", en: "The posts of a year, `:year`." },
  "addresses.month": {
    fr: "Les articles d’un mois, `:year` et `:month`.",
    en: "The posts of a month, `:year` and `:month`.",
  },
  "addresses.search": { fr: "La recherche.", en: "The search." },
  "addresses.feeds": { fr: "La page qui présente les flux.", en: "The page that lists the feeds." },
  "addresses.accessibility": {
    fr: "La déclaration d’accessibilité.",
    en: "The accessibility statement.",
  },
  "addresses.audience": {
    fr: "La page qui dit ce qui est compté, et permet de s’y opposer.",
    en: "The page that says what is counted and lets readers object.",
  },
  "addresses.feed": { fr: "Le flux Atom.", en: "The Atom feed." },
  "addresses.jsonFeed": { fr: "Le flux JSON.", en: "The JSON feed." },
  alsoServed: {
    fr: "Des chemins de ce nom de domaine que sert un autre site : ni réécrits, ni vérifiés.",
    en: "Paths of this domain that another site serves: links to them are neither rewritten nor checked.",
  },
  feeds: { fr: "Les flux.", en: "The feeds." },
  "feeds.ids": {
    fr: "Ce qui nomme un article dans les flux : son adresse (`address`), ou ce qui le nommait avant un déménagement, pour que les abonnés ne reçoivent pas de nouveau les anciens : l’ancienne adresse du site (`https://ancien.example.org`), l’ancienne forme des adresses (`/blog/:year/:month/:day/:slug/`), les deux bout à bout, ou le nom donné par jekyll-feed (`jekyll`).",
    en: "What identifies a post in feeds: its address (`address`). After a move, what identified it before, so that subscribers do not receive old posts again: the old address of the site (`https://old.example.org`), the old pattern of addresses (`/blog/:year/:month/:day/:slug/`), both joined, or the id that jekyll-feed gave it (`jekyll`).",
  },
  taxonomies: {
    fr: "D’autres classements que les mots-clés, par leur clé d’en-tête : chacun a sa liste et une page par terme. Une page de `content/pages/` à l’adresse d’un terme le présente, au-dessus de ses articles, et existe avant le premier.",
    en: "Taxonomies besides tags, by their key in front matter: each has a list, and a page for each term. A page of `content/pages/` at the address of a term introduces it, above its posts, and is there before the first one.",
  },
  "taxonomies.*.label": SHOWN_NAME,
  "taxonomies.*.description": SHOWN_WORDS,
  "taxonomies.*.address": {
    fr: "L’adresse de la page d’un terme, avec `:slug` ; la liste est à ce qui précède.",
    en: "The address of a term’s page, with `:slug`; the list is at the part before `:slug`.",
  },
  "taxonomies.*.closed": {
    fr: "Si oui, un terme qui n’est pas sous `terms` est une erreur, et non un avertissement.",
    en: "If true, a term that is not under `terms` is an error, not a warning.",
  },
  "taxonomies.*.ordered": {
    fr: "Si oui, les articles d’un terme sont les parties d’une série : leur liste commence par la plus ancienne, et chacun dit « Partie 2 sur 3 », avec un lien vers la partie précédente et la suivante.",
    en: "If true, the posts of a term are the parts of a series: their list begins with the oldest, and each says “Part 2 of 3”, with links to the parts before and after it.",
  },
  "taxonomies.*.terms": {
    fr: "Les termes, par le mot qui fait leur adresse : son nom (`eig4: EIG 4`), ou ce qui suit.",
    en: "The terms. The key forms the address of its page; the value is its name (`eig4: EIG 4`), or the keys below.",
  },
  "taxonomies.*.terms.*.label": SHOWN_NAME,
  "taxonomies.*.terms.*.description": SHOWN_WORDS,
  "taxonomies.*.terms.*.aliases": {
    fr: "D’autres façons de l’écrire, qui mènent à la même page.",
    en: "Other spellings, which lead to the same page.",
  },
  "taxonomies.*.terms.*.*.label": SHOWN_NAME,
  "taxonomies.*.terms.*.*.description": SHOWN_WORDS,
  fields: {
    fr: "Des clés d’en-tête propres à ce site : vérifiées dans chaque texte, et données à vos gabarits.",
    en: "This site’s own front-matter keys: checked in every text, and passed to your layouts.",
  },
  "fields.*.type": { fr: "Ce que la clé peut valoir.", en: "The type of its value." },
  "fields.*.label": {
    fr: "Son nom pour les personnes, à l’usage de vos gabarits.",
    en: "Its human-readable name, for your layouts to show.",
  },
  "fields.*.description": {
    fr: "À quoi elle sert, pour qui lit ce fichier ; rien ne la montre.",
    en: "What it is for: a note for those who read this file, shown nowhere.",
  },
  "fields.*.required": {
    fr: "Si oui, un texte sans elle est une erreur.",
    en: "If true, a text without it is an error.",
  },
  "fields.*.options": {
    fr: "Les seules valeurs admises ; d’une liste (`list`), ses seuls éléments.",
    en: "The only values accepted; for a `list`, the only items.",
  },
  embeds: { fr: "Les lecteurs et cadres venus d’autres sites.", en: "Players and frames from other sites." },
  "embeds.allow": {
    fr: "Des sites admis dans un cadre, par leur nom de domaine, en plus de Dailymotion, YouTube et Vimeo ; une instance PeerTube en est un.",
    en: "Host names of sites that may be framed, in addition to Dailymotion, YouTube and Vimeo: for example, a PeerTube instance.",
  },
  "embeds.load": {
    fr: "Quand un lecteur se charge : au clic, ou dès qu’on arrive à lui (et l’autre site le sait alors).",
    en: "When a player loads: at a click (`click`), or when readers scroll to it (`lazy`), which the other site can then see.",
  },
  policy: {
    fr: "Ce que les pages chargent d’autres sites, outre ce que fait Carnet : leurs adresses, en https, s’ajoutent à la politique de sécurité.",
    en: "What pages load from other sites, besides what Carnet does: their https addresses are added to the security policy.",
  },
  "policy.scripts": {
    fr: "Des sites dont les pages chargent des scripts.",
    en: "Sites whose scripts pages load.",
  },
  "policy.connect": { fr: "Des sites à qui les scripts écrivent.", en: "Sites that scripts send to." },
  "policy.images": {
    fr: "Des sites dont les pages montrent des images.",
    en: "Sites whose pictures pages show.",
  },
  "policy.frames": {
    fr: "Des sites que les pages montrent dans un cadre.",
    en: "Sites that pages show in a frame.",
  },
  typography: {
    fr: "Si les espaces, les guillemets et les apostrophes sont réglés selon la langue de chaque texte.",
    en: "Whether spaces, quotation marks and apostrophes are corrected by the rules of each text’s language.",
  },
  checks: {
    fr: "La gravité d’un message, par son code : `error`, `warn`, `note` ou `off`.",
    en: "The severity of a message, by its code: `error`, `warn`, `note` or `off`.",
  },
  theme: { fr: "L’aspect du site.", en: "The look of the site." },
  "theme.accent": {
    fr: "La couleur des liens et des boutons, entre guillemets : trois ou six chiffres après `#`. Trop claire pour être lue, elle est refusée.",
    en: "The colour of links and buttons, in quotation marks: three or six digits after `#`. A colour too pale to read is refused.",
  },
  "theme.accentDark": {
    fr: "La même, pour le thème sombre ; sans elle, Carnet la déduit de `accent`.",
    en: "The same, for the dark theme; by default, Carnet derives it from `accent`.",
  },
  "theme.logo": {
    fr: "Une image de `public/`, devant le nom du site, par son chemin (`/img/logo.svg`).",
    en: "A picture in `public/`, shown before the site’s name, by its path (`/img/logo.svg`).",
  },
  "theme.logoAlt": {
    fr: "Ce que dit le logo et que le nom du site ne dit pas ; vide s’il ne fait que décorer.",
    en: "What the logo says that the site’s name does not; empty if it is only decoration.",
  },
  "theme.logoHeight": {
    fr: "La hauteur du logo, de 24 à 120 pixels : une marque dont les mots sont petits, comme le bloc-marque de l’État, en demande 80 ou plus. Un logo très large reste plus bas.",
    en: "The height of the logo, from 24 to 120 pixels: a mark with small words, such as a government’s, needs 80 or more. A very wide logo stays lower.",
  },
  nav: {
    fr: "Le menu, dans l’ordre. Sans lui, Carnet en fait un avec ses listes ; `[]` pour aucun.",
    en: "The menu, in order. By default, Carnet makes one from its lists; `[]` for none.",
  },
  "nav.*.label": LINK_LABEL,
  "nav.*.url": LINK_URL,
  "nav.*.lang": LINK_LANG,
  footer: {
    fr: "Les liens du pied de page. Sans eux, les pages de `content/pages/` s’y rangent, celles de ses dossiers exceptées ; `[]` pour aucun.",
    en: "The links at the foot of pages. By default, the pages of `content/pages/`, except those in its folders; `[]` for none.",
  },
  "footer.*.label": LINK_LABEL,
  "footer.*.url": LINK_URL,
  "footer.*.lang": LINK_LANG,
  social: {
    fr: 'Les comptes du programme : des liens au pied de chaque page, que les réseaux qui le demandent peuvent vérifier (`rel="me"`).',
    en: 'The programme’s accounts: links at the foot of each page, which networks can verify (`rel="me"`).',
  },
  "social.*.label": LINK_LABEL,
  "social.*.url": { fr: "L’adresse du compte.", en: "The address of the account." },
  email: {
    fr: "L’adresse électronique où vous joindre : le lien « Nous écrire », au pied de chaque page, et « Signaler une erreur », sous chaque article.",
    en: "Your contact e-mail address: a link at the foot of each page, and “Report an error” under each post.",
  },
  twitter: {
    fr: "Le compte X du site, par son nom ou son adresse, pour les cartes de partage ; aucun lien n’y mène.",
    en: "The site’s account on X, by its name or address, for sharing cards only: no page links to it.",
  },
  publisher: {
    fr: "Qui publie : au pied de chaque page, dans les flux et les métadonnées ; sans lui, flux et métadonnées disent le nom du blog.",
    en: "The publisher, shown at the foot of each page, in feeds and in metadata. By default, feeds and metadata give the blog’s name.",
  },
  license: {
    fr: "La licence des textes, par son nom (`Licence Ouverte 2.0`, `CC BY 4.0`) ou son adresse : sous chaque article, au pied de chaque page et dans les flux.",
    en: "The licence of the texts, by its name (`CC BY 4.0`) or its address, shown under each post, at the foot of each page and in feeds.",
  },
  newsletter: {
    fr: "L’adresse où s’abonner à votre lettre : un lien sous chaque article et au pied de chaque page.",
    en: "Where people subscribe to your newsletter: a link under each post and at the foot of each page.",
  },
  repository: {
    fr: "L’adresse du dépôt Git : un lien « Code source » au pied de chaque page et, sous chaque article, un lien pour proposer une correction. Si le site n’en est qu’un dossier, l’adresse de ce dossier, telle que la forge la montre : `https://github.com/programme/outils/tree/main/blog`.",
    en: "The address of the Git repository: it adds a link to the source at the foot of each page and, under each post, a link to suggest a correction. If the site is a folder of the repository, give the address of that folder, as the forge shows it: `https://github.com/programme/tools/tree/main/blog`.",
  },
  branch: {
    fr: "La branche où les corrections sont proposées, si l’adresse du dépôt n’en nomme pas une.",
    en: "The branch for suggested corrections, if the address of the repository names none.",
  },
  forge: {
    fr: "Le logiciel du dépôt, si son adresse ne le dit pas ; sans lui, aucun lien de correction. GitHub, Codeberg, Framagit, la Forge des communs numériques éducatifs et les adresses en `gitlab` sont connus.",
    en: "The software of the forge, if the address does not tell; without it, there is no link to suggest a correction. GitHub, Codeberg, Framagit, the French Forge des communs numériques éducatifs and addresses with `gitlab` are recognised.",
  },
  admin: {
    fr: "Si oui, un formulaire à l’adresse `/admin/`, où l’on écrit sans Git : il enregistre dans `repository`, à la branche `branch`.",
    en: "If true, a form at `/admin/` for writing without Git: it saves to `repository`, on the branch `branch`.",
  },
  "admin.application": {
    fr: "L’identifiant du formulaire chez GitLab ou Forgejo, qui ouvrent alors une session ; sans lui, chacun colle un jeton.",
    en: "The application id of the form in GitLab or Forgejo, which then sign people in; without it, each person pastes a token.",
  },
  "admin.signIn": {
    fr: "L’adresse d’un service qui ouvre une session chez GitHub ; sans lui, chacun colle un jeton.",
    en: "The address of a service that signs people in to GitHub; without it, each person pastes a token.",
  },
  host: {
    fr: "L’hébergeur, s’il veut ses redirections (le fichier `_redirects`) dans ses propres termes.",
    en: "The host, if its `_redirects` file needs a syntax of its own.",
  },
  share: {
    fr: "Où proposer de partager un article, dans cet ordre : de simples liens, et un bouton qui copie l’adresse. `off` pour aucun.",
    en: "Where readers can share a post, in this order: plain links, and a button that copies the address. `off` for none.",
  },
  icon: {
    fr: "Une image carrée de `public/`, SVG ou PNG, pour les onglets et les écrans d’accueil. Sans elle, l’initiale du site.",
    en: "A square picture in `public/`, SVG or PNG, for tabs and home screens. By default, the site’s first letter.",
  },
  accessibility: {
    fr: "La déclaration d’accessibilité : ce que l’audit a trouvé. Sans elle, ni déclaration, ni mention.",
    en: "The accessibility statement: the results of the audit. Without it, there is no statement, and no mention of one.",
  },
  audience: {
    fr: "La mesure d’audience par votre Matomo. Sans elle, rien n’est compté.",
    en: "Audience measurement by your Matomo. Without it, nothing is counted.",
  },
  "audience.matomo": { fr: "L’adresse de votre Matomo.", en: "The address of your Matomo." },
  "audience.siteId": {
    fr: "Le numéro de ce site dans ce Matomo.",
    en: "The number of this site in that Matomo.",
  },
  "audience.consent": {
    fr: "`exempt` compte d’emblée, si peu que la loi ne demande pas d’accord ; `ask` pose d’abord la question.",
    en: "`exempt` counts at once, within what French law exempts from consent; `ask` asks first.",
  },
  archived: {
    fr: "Le jour où le programme s’est terminé : à partir de lui, toutes les pages le disent, ainsi que le flux JSON et les métadonnées ; rien d’autre ne change.",
    en: "The day the programme ended. From then on, every page says so, as do the JSON feed and metadata; nothing else changes.",
  },
  "archived.date": { fr: "Ce jour.", en: "That day." },
  "archived.message": {
    fr: "Votre phrase à la place de celle de Carnet, dans la langue du site, ou par langue : `{ fr: …, en: … }`.",
    en: "Your own sentence instead of Carnet’s, in the site’s language, or by language: `{ fr: …, en: … }`.",
  },
  notice: {
    fr: "Une annonce en haut de toutes les pages : sa phrase, ou ce qui suit. Elle n’est ni dans les flux, ni dans la recherche.",
    en: "A notice at the top of every page: its sentence, or the keys below. It is neither in feeds nor in the search.",
  },
  "notice.text": {
    fr: "Sa phrase, en mots seuls, dans la langue du site, ou par langue : `{ fr: …, en: … }`. Une langue qui n’en a pas montre celle du site.",
    en: "Its sentence, in words alone, in the site’s language, or by language: `{ fr: …, en: … }`. A language without one shows that of the site.",
  },
  "notice.url": {
    fr: "Où elle mène, si elle mène quelque part : une adresse, ou une par langue.",
    en: "Where it leads, if anywhere: an address, or one by language.",
  },
  "notice.until": {
    fr: "Le dernier jour où elle est montrée ; sans lui, elle reste.",
    en: "The last day on which it is shown; without it, it stays.",
  },
  translations: {
    fr: "Les mots du site dans ses autres langues, par code : `en`, `br`.",
    en: "The site’s words in its other languages, by language code: `fr`, `br`.",
  },
  "translations.*.title": {
    fr: "Le nom du blog dans cette langue.",
    en: "The blog’s name in that language.",
  },
  "translations.*.description": { fr: "Sa description.", en: "Its description." },
  "translations.*.taxonomies": {
    fr: "Les mots des classements, par leur clé sous `taxonomies`.",
    en: "The words of taxonomies, by their key under `taxonomies`.",
  },
  "translations.*.taxonomies.*.label": SHOWN_NAME,
  "translations.*.taxonomies.*.description": SHOWN_WORDS,
};
