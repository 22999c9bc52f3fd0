// Wording of the search page. Its script fills in the placeholders in braces: `{n}` a number, `{q}` what was typed, `{about}`
// the string `about` if something was typed.

const fr = {
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
  /** The thousands separator in `{n}`. */
  thousands: "\u202f",
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
};

export type SearchWords = typeof fr;

const en: SearchWords = {
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
  thousands: ",",
  more: "Show more results",
  browseTags: "Browse by tag",
  allTags: "All tags",
  browseYears: "Browse by year",
  noScript:
    "Searching is done in your browser, and needs JavaScript. Without it, the tags and the archive lead to every post.",
  failed: "The search could not be loaded. Reload the page, or use the tags and the archive.",
  unindexed: "Searching does not work in this preview: “carnet build” builds its index.",
};

export const searchWords = { fr, en };
