// Words of the interface that readers see, in French and English. Layouts read them as `t`.
// A key missing in one language does not compile.
import { uiLang, type UiLang } from "../ui-lang.ts";
import { countedEn, countedFr, fileSizeEn, fileSizeFr, MONTHS, ofName } from "./phrases.ts";
import { choiceWords } from "./audience.ts";

/** A month; `month` is from 1 to 12. */
export interface Month {
  year: string;
  month: number;
}

const postsFr = (n: number): string => countedFr(n, "article", "articles");
const postsEn = (n: number): string => countedEn(n, "post", "posts");
const monthFr = (month: number): string => (MONTHS.fr[month - 1] ?? "").toLowerCase();
const monthEn = (month: number): string => MONTHS.en[month - 1] ?? "";

const fr = {
  skip: "Aller au contenu",
  mainNav: "Navigation principale",
  home: "Accueil",
  blog: "Articles",
  lead: "À la une",
  latest: "Derniers articles",
  allPosts: "Tous les articles",
  tags: "Mots-clés",
  people: "Auteurs",
  archives: "Archives",
  by: "Par",
  publishedOn: "Publié le",
  updatedOn: "Mis à jour le",
  /** A day follows, or a moment of it. */
  openUntil: "Jusqu’au",
  closedSince: "Clos depuis le",
  readingTime: (n: number) => `${String(n)} min de lecture`,
  posts: (n: number) => countedFr(n, "article", "articles"),
  members: "Membres",
  memberCount: (n: number) => countedFr(n, "membre", "membres"),
  membersOf: (label: string, hasPosts: boolean) =>
    `${hasPosts ? "Membres et articles" : "Membres"} de « ${label} »`,
  page: "Page",
  pagination: "Pagination",
  previousPage: "Page précédente",
  nextPage: "Page suivante",
  previousPost: "Article précédent",
  nextPost: "Article suivant",
  /** What it is a part of follows, quoted. */
  part: (n: number, total: number) => `Partie ${String(n)} sur ${String(total)} de`,
  quoted: (name: string) => `« ${name} »`,
  previousPart: "Partie précédente",
  nextPart: "Partie suivante",
  related: "À lire aussi",
  toc: "Sommaire",
  breadcrumbs: "Fil d’Ariane",
  languages: "Langues",
  feed: "Flux",
  notFoundTitle: "Page introuvable",
  notFoundText: "L’adresse a peut-être changé, ou contient une faute de frappe.",
  taggedWith: (label: string) => `Articles sur « ${label} »`,
  postsBy: (name: string) => `Articles signés ${name}`,
  postsOf: (year: string) => `Articles de ${year}`,
  draftBanner: "Brouillon : ce texte n’est pas publié.",
  futureBanner: "Aperçu : ce texte n’est pas encore publié.",
  archived: {
    title: "Site archivé",
    since: (day: string) =>
      `Ce site est archivé depuis le ${day} : il reste en ligne, mais n’est plus mis à jour.`,
  },
  notice: "Annonce",
  movedTitle: "Cette page a changé d’adresse",
  movedText: "Sa nouvelle adresse s’ouvre d’elle-même :",
  footnotes: "Notes",
  footnoteRef: (n: number) => `Note ${String(n)}`,
  /** `call`: which of the references to the note, from 1. */
  footnoteBack: (n: number, call: number) =>
    `Retour ${call === 1 ? "à l’appel" : `au ${String(call)}e appel`} de la note ${String(n)}`,
  tableLabel: (n: number, heading: string) => `Tableau ${String(n)}${heading === "" ? "" : ` : ${heading}`}`,
  callouts: {
    note: "À noter",
    tip: "Conseil",
    important: "Important",
    warning: "Attention",
    caution: "Danger",
  },
  playerPlay: "Lire",
  playerShow: "Afficher",
  playerWhat: (title: string, provider: string) => `« ${title} » (${provider})`,
  playerNotice: (provider: string) => `En appuyant, vous chargez un contenu fourni par ${provider}.`,
  playerLink: (title: string, provider: string) => `Voir « ${title} » sur ${provider}`,
  playerTitle: (heading: string, provider: string) => `${heading} (${provider})`,
  transcript: (title: string) => `Transcription de « ${title} »`,
  fileSize: fileSizeFr,
  remotePicture: (name: string) => `Image : ${name}`,
  expiredBanner: "Expiré : ce texte n’est plus publié.",
  footerNav: "Pied de page",
  noPosts: "Aucun article pour l’instant.",
  nothingYet: "Rien pour l’instant.",
  remoteImage: "Voir l’image de cet article",
  alsoIn: "Traduction :",
  otherYears: "Toutes les années",
  contact: "Nous écrire",
  newsletter: "S’abonner à la lettre",
  sourceCode: "Code source",
  madeWith: "Un site fait avec",
  reuse: "Réutilisation :",
  darkTheme: "Thème sombre",
  /** The page's script fills in the placeholders in braces: `{n}` a number, `{q}` what was typed, `{about}` the string `about` if
   * something was typed. */
  search: {
    title: "Recherche",
    description: "Cherchez un article par ses mots, puis par mot-clé, année ou auteur.",
    /** Label of the field. */
    field: "Que cherchez-vous ?",
    submit: "Rechercher",
    filters: "Filtrer les résultats",
    tag: "Mot-clé",
    year: "Année",
    person: "Auteur",
    /** The choice that applies no filter. */
    any: "Peu importe",
    loading: "Recherche en cours…",
    none: "Aucun résultat{about}. Essayez un autre mot, ou parcourez les listes ci-dessous.",
    one: "1 résultat{about}",
    many: "{n} résultats{about}",
    /** What was searched for, if words were typed. */
    about: " pour « {q} »",
    /** Words that nearly every text has: they are not searched. */
    common:
      "a à au aux avec ce ces cette comment dans de des du elle en est et il ils je la le les leur mais ne nos notre nous on ou où par pas plus pour que qui sa se ses son sur un une vos votre vous y",
    more: "Afficher d’autres résultats",
    browseTags: "Parcourir par mot-clé",
    allTags: "Tous les mots-clés",
    browseYears: "Parcourir par année",
    noScript:
      "La recherche se fait dans votre navigateur, et demande JavaScript. Sans lui, les mots-clés et les archives mènent à tous les articles.",
    failed:
      "La recherche n’a pas pu se charger. Rechargez la page, ou passez par les mots-clés et les archives.",
    unindexed:
      "La recherche ne fonctionne pas dans cet aperçu : c’est « carnet build » qui construit son index.",
  },
  /** Of a list that nobody described, for search engines: one of the first sentences, then `published`. */
  summary: {
    on: (label: string, n: number) => `${postsFr(n)} sur « ${label} »`,
    by: (name: string, n: number) => `${countedFr(n, "article signé", "articles signés")} ${name}`,
    ofTerm: (label: string, members: number, n: number) =>
      `${countedFr(members, "membre", "membres")} de « ${label} »${n === 0 ? "" : ` et ${postsFr(n)}`}`,
    blog: (site: string, n: number) => `Tout « ${site} », du plus récent au plus ancien : ${postsFr(n)}`,
    archives: (site: string, n: number) =>
      `Les archives de « ${site} », par année et par mois : ${postsFr(n)}`,
    year: (site: string, year: string, n: number) => `« ${site} » en ${year} : ${postsFr(n)}`,
    published: (n: number, first: Month, last: Month) => {
      const end = `${monthFr(last.month)} ${last.year}`;
      const start = ofName(monthFr(first.month)) + (first.year === last.year ? "" : ` ${first.year}`);
      const isOneMonth = first.year === last.year && first.month === last.month;
      return `, ${n < 2 ? "publié" : "publiés"} ${isOneMonth ? `en ${end}` : `${start} à ${end}`}`;
    },
    page: (n: number, total: number) => ` (page ${String(n)} sur ${String(total)})`,
    /** An index: its title, and the labels of its first and last entries. */
    index: (title: string, site: string, n: number, first: string, last: string) =>
      `${title} de « ${site} » : ${countedFr(n, "page", "pages")}, ${n < 2 ? `« ${first} »` : `de « ${first} » à « ${last} »`}`,
  },
  audience: choiceWords.fr,
  share: {
    title: "Partager cet article",
    mail: "Par courriel",
    copy: "Copier l’adresse",
    copied: "Adresse copiée.",
    mastodon: "Sur Mastodon",
    bluesky: "Sur Bluesky",
    linkedin: "Sur LinkedIn",
    x: "Sur X",
  },
  corrections: (n: number) => (n < 2 ? "Correction" : "Corrections"),
  suggestCorrection: "Proposer une correction",
  reportError: "Signaler une erreur",
  months: "Mois",
  month: (month: number) => MONTHS.fr[month - 1] ?? "",
  feeds: {
    title: "Flux",
    description: "Suivre le site sans adresse électronique ni compte.",
    what: [
      "Un flux est un fichier que le site met à jour à chaque article. Un lecteur de flux (une application ou un site que vous choisissez) le consulte pour vous : vous lisez les nouveautés de tous les sites que vous suivez au même endroit, dans l’ordre, sans algorithme ni publicité.",
      "Pour vous abonner, copiez l’adresse d’un flux dans votre lecteur. Personne n’en est informé, et il suffit de la retirer pour ne plus rien recevoir.",
      "Chaque flux existe en deux formats qui disent la même chose : Atom, que tous les lecteurs comprennent, et JSON Feed.",
    ],
    whole: "Tout le site",
    person: "Par auteur",
    follow: "Suivre par flux :",
  },
};

type Words = typeof fr;

const en: Words = {
  skip: "Skip to content",
  mainNav: "Main navigation",
  home: "Home",
  blog: "Posts",
  lead: "Featured",
  latest: "Latest posts",
  allPosts: "All posts",
  tags: "Tags",
  people: "Authors",
  archives: "Archive",
  by: "By",
  publishedOn: "Published on",
  updatedOn: "Updated on",
  openUntil: "Open until",
  closedSince: "Closed since",
  readingTime: (n) => `${String(n)} min read`,
  posts: (n) => countedEn(n, "post", "posts"),
  members: "Members",
  memberCount: (n) => countedEn(n, "member", "members"),
  membersOf: (label, hasPosts) => `${hasPosts ? "Members and posts" : "Members"} of “${label}”`,
  page: "Page",
  pagination: "Pagination",
  previousPage: "Previous page",
  nextPage: "Next page",
  previousPost: "Previous post",
  nextPost: "Next post",
  part: (n, total) => `Part ${String(n)} of ${String(total)} in`,
  quoted: (name) => `“${name}”`,
  previousPart: "Previous part",
  nextPart: "Next part",
  related: "Read next",
  toc: "Contents",
  breadcrumbs: "Breadcrumbs",
  languages: "Languages",
  feed: "Feed",
  notFoundTitle: "Page not found",
  notFoundText: "The address may have changed, or contain a typing error.",
  taggedWith: (label) => `Posts on “${label}”`,
  postsBy: (name) => `Posts by ${name}`,
  postsOf: (year) => `Posts of ${year}`,
  draftBanner: "Draft: this text is not published.",
  futureBanner: "Preview: this text is not published yet.",
  archived: {
    title: "Archived site",
    since: (day) => `This site has been archived since ${day}: it stays online, but is no longer updated.`,
  },
  notice: "Notice",
  movedTitle: "This page has moved",
  movedText: "Its new address opens by itself:",
  footnotes: "Notes",
  footnoteRef: (n) => `Note ${String(n)}`,
  footnoteBack: (n, call) =>
    `Back to ${call === 1 ? "the reference" : `reference ${String(call)}`} to note ${String(n)}`,
  tableLabel: (n, heading) => `Table ${String(n)}${heading === "" ? "" : `: ${heading}`}`,
  callouts: { note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution" },
  playerPlay: "Play",
  playerShow: "Show",
  playerWhat: (title, provider) => `“${title}” (${provider})`,
  playerNotice: (provider) => `Pressing loads content from ${provider}.`,
  playerLink: (title, provider) => `See “${title}” on ${provider}`,
  playerTitle: (heading, provider) => `${heading} (${provider})`,
  transcript: (title) => `Transcript of “${title}”`,
  fileSize: fileSizeEn,
  remotePicture: (name) => `Picture: ${name}`,
  expiredBanner: "Expired: this text is no longer published.",
  footerNav: "Footer",
  noPosts: "No posts yet.",
  nothingYet: "Nothing here yet.",
  remoteImage: "See this post’s picture",
  alsoIn: "Translation:",
  otherYears: "All years",
  contact: "Contact us",
  newsletter: "Subscribe to the newsletter",
  sourceCode: "Source code",
  madeWith: "Made with",
  reuse: "Reuse:",
  darkTheme: "Dark theme",
  search: {
    title: "Search",
    description: "Find a post by its words, then by tag, year or author.",
    field: "What are you looking for?",
    submit: "Search",
    filters: "Filter the results",
    tag: "Tag",
    year: "Year",
    person: "Author",
    any: "Any",
    loading: "Searching…",
    none: "No results{about}. Try another word, or browse the lists below.",
    one: "1 result{about}",
    many: "{n} results{about}",
    about: " for “{q}”",
    common:
      "a an and are as at be by do for from has have how i in is it its of on or our that the their this to was we what with you your",
    more: "Show more results",
    browseTags: "Browse by tag",
    allTags: "All tags",
    browseYears: "Browse by year",
    noScript:
      "Searching is done in your browser, and needs JavaScript. Without it, the tags and the archive lead to every post.",
    failed: "The search could not be loaded. Reload the page, or use the tags and the archive.",
    unindexed: "Searching does not work in this preview: “carnet build” builds its index.",
  },
  summary: {
    on: (label, n) => `${postsEn(n)} on “${label}”`,
    by: (name, n) => `${postsEn(n)} by ${name}`,
    ofTerm: (label, members, n) =>
      `${countedEn(members, "member", "members")} of “${label}”${n === 0 ? "" : ` and ${postsEn(n)}`}`,
    blog: (site, n) => `All of “${site}”, latest first: ${postsEn(n)}`,
    archives: (site, n) => `The archive of “${site}”, by year and month: ${postsEn(n)}`,
    year: (site, year, n) => `“${site}” in ${year}: ${postsEn(n)}`,
    published: (_, first, last) => {
      const end = `${monthEn(last.month)} ${last.year}`;
      const start = monthEn(first.month) + (first.year === last.year ? "" : ` ${first.year}`);
      const isOneMonth = first.year === last.year && first.month === last.month;
      return `, published ${isOneMonth ? `in ${end}` : `from ${start} to ${end}`}`;
    },
    page: (n, total) => ` (page ${String(n)} of ${String(total)})`,
    index: (title, site, n, first, last) =>
      `${title} of “${site}”: ${countedEn(n, "page", "pages")}, ${n < 2 ? `“${first}”` : `from “${first}” to “${last}”`}`,
  },
  audience: choiceWords.en,
  share: {
    title: "Share this post",
    mail: "By e-mail",
    copy: "Copy the address",
    copied: "Address copied.",
    mastodon: "On Mastodon",
    bluesky: "On Bluesky",
    linkedin: "On LinkedIn",
    x: "On X",
  },
  corrections: (n) => (n < 2 ? "Correction" : "Corrections"),
  suggestCorrection: "Suggest a correction",
  reportError: "Report an error",
  months: "Months",
  month: (month) => MONTHS.en[month - 1] ?? "",
  feeds: {
    title: "Feeds",
    description: "Follow the site without an e-mail address or an account.",
    what: [
      "A feed is a file that the site updates with each post. A feed reader (an application or a site of your choice) looks at it for you: you read what is new on all the sites you follow in one place, in order, with no algorithm and no advertising.",
      "To subscribe, copy the address of a feed into your reader. Nobody is told, and removing it is all it takes to stop.",
      "Each feed comes in two formats that say the same: Atom, which every reader understands, and JSON Feed.",
    ],
    whole: "The whole site",
    person: "By author",
    follow: "Follow by feed:",
  },
};

export type UiWords = Words;
export type SummaryWords = Words["summary"];

const WORDS: Readonly<Record<UiLang, UiWords>> = { fr, en };

/** The interface's words for a page in `lang`; `siteLang` decides for languages that Carnet does not speak. */
export function ui(lang: string, siteLang = "fr"): UiWords {
  return WORDS[uiLang(lang, uiLang(siteLang))];
}
