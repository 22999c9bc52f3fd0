// A key that Carnet does not know → the one that its author meant: a word of another language or tool, or a typing error. A
// word may mean several keys; the first one that this map may have is taken.
import { nearest } from "../nearest.ts";
import { fold } from "./text.ts";

/** Keys, each with the words that people write for it, folded: lower case, no accents, words separated by spaces. */
const WORDS: readonly (readonly [key: string, words: string])[] = [
  ["title", "titre|headline"],
  ["name", "nom|prenom nom|titre"],
  ["text", "texte|contenu"],
  ["label", "libelle|intitule|nom|titre"],
  ["url", "adresse|lien|link|href"],
  ["author", "auteur|auteure|autrice|signature|redacteur|redactrice|by"],
  ["authors", "auteurs|auteures|autrices|signatures"],
  [
    "tags",
    "tag|mot cle|mots cles|mot clef|mots clefs|keyword|keywords|etiquette|etiquettes|categorie|categories|category|rubrique|sujet|sujets|theme|themes|thematique|thematiques|topic|topics",
  ],
  [
    "description",
    "resume|chapo|chapeau|accroche|intro|introduction|extrait|summary|excerpt|abstract|bio|biographie|subtitle|sous titre|lead|standfirst|meta description|og description",
  ],
  [
    "image",
    "img|photo|couverture|illustration|vignette|cover|banner|header|thumbnail|featured image|cover image|feature image|hero image|hero|header image|social image|og image|teaser|image principale|image a la une",
  ],
  ["photo", "image|img|portrait|avatar|picture"],
  ["imageAlt", "alt|image alt|texte alternatif|alternative text|cover alt"],
  ["imageCredit", "credit|credits|credit photo|photo credit|image credit"],
  ["lang", "langue|language|locale"],
  [
    "date",
    "jour|date de publication|publish date|publishdate|pub date|pubdate|published at|published on|date de parution|parution|created|created at|date created|date published|published date|published time",
  ],
  [
    "updated",
    "mise a jour|maj|modifie|date de mise a jour|modified|lastmod|last modified|last modified at|updated at|updated date|date updated|date modified|modified date|last updated|last update",
  ],
  ["publishAt", "embargo|publish on|publier le|publie le|a paraitre le|release date|scheduled|programme le"],
  [
    "expires",
    "expire|expiration|expiry date|expirydate|expires at|date d expiration|unpublish|unpublish date|unpublishdate|depublier le",
  ],
  [
    "deadline",
    "date limite|date limite de candidature|date butoir|echeance|cloture|date de cloture|fin des candidatures|fin des inscriptions|jusqu au|due date|duedate|closing date|closes|apply by|application deadline",
  ],
  ["draft", "brouillon|brouillons|ebauche"],
  ["published", "publie|publier|publish|en ligne|online"],
  ["permalink", "adresse|url|lien permanent"],
  ["redirect_from", "redirection|redirections|redirects|anciennes adresses|ancienne adresse"],
  ["related", "lies|articles lies|a lire aussi|voir aussi|see also"],
  ["layout", "gabarit|modele|template"],
  ["license", "licence|droit|droits|rights|copyright"],
  ["role", "fonction|poste|metier|job"],
  ["team", "equipe"],
  ["links", "lien|liens|link|sites"],
  ["handles", "comptes|reseaux|social"],
  ["since", "depuis|debut|arrivee"],
  ["consent", "consentement|accord|demander|opt in"],
  ["siteId", "site|site id|id site|idsite|numero|numero du site"],
  ["accent", "couleur|couleur d accent|color|colour|accent color"],
  ["accessibility", "accessibilite"],
  ["audience", "mesure d audience|statistiques|analytics"],
  ["status", "etat|statut|state"],
  ["rate", "taux"],
  ["auditor", "auditeur|auditrice|cabinet"],
  ["nonConformities", "non conformites|defauts"],
  // Kinds of pages, as in `addresses` of `site.yaml`.
  ["home", "accueil"],
  ["blog", "articles|posts"],
  ["people", "auteurs|auteures|autrices|authors|personnes"],
  ["person", "auteur|auteure|autrice|author|personne"],
  ["archives", "archive"],
  ["year", "annee"],
  ["month", "mois"],
  ["search", "recherche"],
  ["feeds", "flux"],
  ["until", "jusqu a|jusqu en|fin|depart"],
];

/** `known` are the keys that the map may have. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  const word = fold(key);
  const same = known.find((one) => fold(one) === word);
  if (same !== undefined) return same;
  const [meant] = WORDS.find(([one, words]) => known.includes(one) && words.split("|").includes(word)) ?? [];
  const near = meant ?? begun(word, known) ?? nearest(key, known) ?? nearWord(word, known);
  // `index` is one prefix away from its opposite.
  return near === `no${word}` ? undefined : near;
}

/** The only key that begins with a word: `promo`, which is also two letters away from `photo`. */
function begun(word: string, known: readonly string[]): string | undefined {
  const [one, another] = known.filter((key) => word.length >= 4 && fold(key).startsWith(word));
  return another === undefined ? one : undefined;
}

/** True if `key` is `meant` in another spelling, or a word for it; false if it only resembles it. */
export function isWordFor(key: string, meant: string): boolean {
  const word = fold(key);
  const inOne = (text: string): string => fold(text).replaceAll(" ", "");
  return (
    inOne(key) === inOne(meant) ||
    WORDS.some(([one, words]) => one === meant && words.split("|").includes(word))
  );
}

/**
 * A key that is one letter away from one of those words. Short words are left out, since they are one letter away from others
 * (`publie`, `public`), and so are words that begin differently (`ebauche`, `embauche`): typing errors are rare in the first
 * two letters.
 */
function nearWord(word: string, known: readonly string[]): string | undefined {
  const found = WORDS.filter(([one]) => known.includes(one)).map(([key, words]) => ({
    key,
    words: words.split("|").filter((one) => one.length >= SHORTEST && one.startsWith(word.slice(0, 2))),
  }));
  const near = nearest(
    word,
    found.flatMap(({ words }) => words),
    1,
  );
  return near && found.find(({ words }) => words.includes(near))?.key;
}

const SHORTEST = 7;
