// The import's messages in French: each kind of change, each kind of task left to do, and the wording of the report.
import type { Severity } from "../problems.ts";
import { countedFr } from "./counted.ts";
import { GENERATOR_NAMES, type Generator } from "./generators.ts";
import { problemWords } from "./problem-words.ts";

export const importFr = {
  usage:
    "il faut deux dossiers : carnet import jekyll|hugo|eleventy ANCIEN NOUVEAU. Par exemple : carnet import jekyll ../mon-jekyll mon-blog",
  unknownKind: (kind: string, suggestion?: Generator): string =>
    `« ${kind} » n’est pas un générateur connu. Possibles : jekyll, hugo, eleventy.${suggestion === undefined ? "" : ` Ce dossier ressemble à un blog ${GENERATOR_NAMES[suggestion]} : carnet import ${suggestion} …`}`,
  noSource: (path: string): string => `le dossier « ${path} » n’existe pas.`,
  notThatKind: (kind: Generator, path: string, others: readonly Generator[]): string =>
    `« ${path} » ne ressemble pas à un blog ${GENERATOR_NAMES[kind]}.${others.length === 0 ? " Il n’a aucun des fichiers de Jekyll (_config.yml, _posts), de Hugo (hugo.toml, content) ou d’Eleventy (eleventy.config.js)." : ` Il ressemble à un blog ${others.map((one) => GENERATOR_NAMES[one]).join(" ou ")} : carnet import ${others[0] ?? ""} …`}`,
  inside: (dest: string): string =>
    `« ${dest} » est dans le dossier importé, ou le contient : l’import n’écrit jamais dans sa source. Choisissez un autre dossier.`,
  notFolder: (dest: string): string => `« ${dest} » n’est pas un dossier.`,
  foreign: (files: readonly string[]): string =>
    `rien n’a été écrit : le dossier d’arrivée contient ${countedFr(files.length, "fichier qui ne vient pas", "fichiers qui ne viennent pas")} d’un import.\n${listed(files)}\nChoisissez un dossier vide.`,
  edited: (files: readonly string[]): string =>
    `rien n’a été écrit : ${countedFr(files.length, "fichier a changé", "fichiers ont changé")} depuis le dernier import, dans le nouveau site et dans l’ancien à la fois.\n${listed(files)}\nPour prendre la version de l’ancien site, remettez le fichier comme l’import l’avait écrit (git), puis recommencez. Pour garder la vôtre, mettez-la d’abord de côté, faites de même, puis reposez-la à sa place.`,
  steps: { texts: "Textes", files: "Fichiers", check: "Vérification" },
  title: "Rapport d’import",
  imported: (posts: number, drafts: number, pages: number): string =>
    `${countedFr(posts, "article publié", "articles publiés")}, ${countedFr(drafts, "brouillon", "brouillons")}, ${countedFr(pages, "page", "pages")}.`,
  written: (added: number, updated: number, removed: number, same: number): string =>
    `Fichiers : ${countedFr(added, "ajouté", "ajoutés")}, ${countedFr(updated, "mis à jour", "mis à jour")}, ${countedFr(removed, "retiré", "retirés")}, ${countedFr(same, "inchangé", "inchangés")}.`,
  addresses: (same: number, all: number): string => `Adresses gardées : ${String(same)} sur ${String(all)}.`,
  words: (before: number, lost: number, added: number): string =>
    `Mots comparés, avant et après : ${String(before)} ; ${countedFr(lost, "perdu", "perdus")}, ${countedFr(added, "en trop", "en trop")}.`,
  pictures: (before: number, lost: number, added: number): string =>
    `Images comparées : ${String(before)} ; ${countedFr(lost, "perdue", "perdues")}, ${countedFr(added, "en trop", "en trop")}.`,
  links: (before: number, lost: number): string =>
    `Liens et vidéos comparés : ${String(before)} ; ${countedFr(lost, "perdu", "perdus")}.`,
  repairs: "Ce qui a été changé",
  needsPerson: "Ce qui reste à faire",
  nothingToDo: "Rien.",
  others: (n: number): string => `– et à ${countedFr(n, "autre endroit", "autres endroits")}`,
  unanswered: "Anciennes adresses auxquelles le nouveau site ne répond pas",
  redirected: "Adresses redirigées",
  missingPictures: "Images introuvables",
  elsewhere: "Chemins qu’un autre site sert peut-être sous le même nom de domaine",
  elsewhereHint: "Si c’est le cas, ajoutez dans content/site.yaml :",
  feeds: (path: string, ids: string): string =>
    `Flux : ${path} ; ${ids === "jekyll" ? "les entrées gardent les identifiants de jekyll-feed" : "les entrées ont leur adresse pour identifiant"}.`,
  problems: "Ce que la construction signalera",
  problem: (code: string, severity: Severity, count: number): string =>
    `${code} : ${problemWords.fr.count(severity, count)}`,
  /** A name and a text about it. */
  said: (name: string, what: string): string => `${name} : ${what}`,
  refusing: "La construction sera refusée tant que ceci n’est pas corrigé",
  entries: "Article par article",
  from: (kind: string): string => `Un blog ${kind} repris par carnet import.`,
  figures: {
    texts: "textes repris",
    addresses: "adresses gardées",
    compared: "mots, images ou liens perdus ou en trop",
    left: "points à reprendre",
  },
  text: "Texte",
  address: "Adresse",
  changed: "Changements",
  changes: (n: number): string => (n === 0 ? "Aucun changement" : countedFr(n, "changement", "changements")),
  draft: "brouillon",
  noAddress: "non publié",
  kept: "gardée",
  line: (n: number): string => `ligne ${String(n)}`,
  next: (dest: string): string =>
    `Pour voir le site : npx carnet dev --site ${dest}. Rapport complet : ${dest}/import-report.html`,
  settingsFrom: (kind: string): string => `Réglages repris d’un blog ${kind} par carnet import.`,
  alsoServed:
    "Si un autre site répond sous ces chemins du même nom de domaine, retirez le « # » de la ligne suivante.",
  categories: "Catégories",
  kinds: {
    address: "adresse écrite en toutes lettres, pour qu’elle reste",
    alias: "anciennes adresses mises en forme",
    anchor: "lien vers un titre, par l’ancre qu’il a maintenant",
    author: "auteur ramené à un nom et un rôle",
    baseurl: "chemin de base retiré des adresses (Carnet l’ajoute)",
    categories: "catégories écrites en liste",
    code: "variable, condition ou boucle remplacée par ce qu’elle montrait",
    "code-block": "bloc de code",
    comment: "commentaire gardé, invisible",
    date: "date remise en forme",
    draft: "brouillon",
    "duplicate-key": "clé écrite deux fois : la dernière est gardée",
    embed: "vidéo",
    emoji: "code d’emoji (:tada:) remplacé par l’emoji",
    entity: "caractères codés (&amp;, &#8217;…) écrits tels quels",
    "feed-id": "identifiant que l’ancien flux donnait à l’article, gardé",
    figure: "image et sa légende",
    format: "en-tête converti en YAML",
    html: "HTML converti en Markdown, là où rien ne se perd",
    image: "image",
    include: "texte inclus mis à sa place",
    inherited: "valeur héritée d’un dossier ou d’un réglage",
    key: "clé d’en-tête sous son nom de Carnet",
    language: "langue",
    layout: "gabarit de l’ancien site retiré",
    link: "lien",
    notice: "encadré ou bloc à déplier",
    "page-terms": "mots-clés, catégories ou autres termes d’une page retirés (seuls les articles en ont)",
    paragraph: "paragraphe séparé de celui au-dessus de ses attributs ({: .classe})",
    raw: "code de gabarit gardé comme texte",
    slug: "fin de l’adresse écrite, pour qu’elle reste",
    tags: "mots-clés écrits en liste",
    title: "titre",
    toc: "sommaire de Kramdown retiré (Carnet fait le sien)",
    translation: "lien entre traductions",
    "two-digit-year": "année à deux chiffres lue dans le nom du fichier",
    value: "valeur des réglages ou de l’en-tête mise dans le texte",
    "years-in-address": "adresse à compléter (:year, :title…) reconnue",
  },
  manual: {
    "address-changed": "Carnet ne peut pas publier à cette adresse : elle redirige vers la nouvelle",
    "address-shared":
      "deux textes avaient cette adresse : celui-ci est devenu un brouillon, donnez-lui une adresse",
    "ambiguous-date": "date qui peut se lire de deux façons : vérifiez-la",
    broken: "en-tête illisible : ce texte n’a pas été importé, corrigez-le et recommencez",
    "clock-date": "date inconnue (celle du fichier ?) : vérifiez-la",
    "code-data": "réglages écrits en JavaScript : seuls les textes simples ont été lus",
    "computed-address": "adresse calculée par un programme : donnez-la avec permalink",
    "dated-section":
      "tous les textes de ce dossier ont une date, mais ils sont devenus des pages : si ce sont des articles, écrivez ceci dans la configuration de Hugo, dans une copie de l’ancien blog, et recommencez",
    "early-post":
      "l’ancien blog montrait ce texte avant sa date : Carnet le publie ce jour-là ; pour le montrer dès maintenant, donnez-lui une date antérieure",
    "feed-template":
      "flux fait par un gabarit : vérifiez que les identifiants de ses entrées sont leurs adresses",
    "file-name":
      "nom avec un caractère invisible ou une barre oblique inverse, ou qui n’est pas en UTF-8 : ce fichier ou ce dossier n’a pas été importé, renommez-le et recommencez",
    "left-file":
      "fichier de l’ancien site, qui n’a pas été importé : s’il sert encore, copiez-le dans public/ (un robots.txt y remplace celui de Carnet)",
    "links-lost": "lien ou vidéo que le texte n’a plus : remettez-le",
    "list-page":
      "Carnet ne fait pas de liste des pages de ce dossier : si les lecteurs en ont besoin, écrivez-la dans une page à cette adresse, dans content/pages/",
    "list-text":
      "le texte de cette liste n’a pas été importé, car celle de Carnet n’en montre pas : si les lecteurs en ont besoin, mettez-le dans une page de content/pages/",
    menu: "entrées de menu qui ne mènent à aucune page du nouveau site, ou menu que Carnet n’a pas : au besoin, écrivez-les sous nav ou footer dans content/site.yaml",
    "mixed-field": "valeur que Carnet ne sait pas lire pour cette clé",
    "other-markup":
      "texte dans un autre balisage que Markdown : il n’a pas été importé, écrivez-le en Markdown et recommencez",
    outside: "fichier hors du dossier importé : il n’a pas été lu",
    "page-resource":
      "texte dans le dossier d’un index.md, dont Hugo ne faisait pas de page : il n’a pas été importé ; mettez dans ce texte-là ce que les lecteurs en voyaient",
    "pictures-added": "image que le texte montre plus souvent qu’avant : vérifiez-la",
    "pictures-lost": "image que le texte ne montre plus : remettez-la",
    "redirect-pattern": "redirection à recopier chez l’hébergeur : Carnet n’en fait que d’adresse à adresse",
    "redirect-shared":
      "deux textes redirigeaient depuis cette adresse : elle mène au plus récent ; vérifiez que c’est le bon",
    symlink: "lien symbolique : il n’a pas été suivi",
    template:
      "code de gabarit inconnu, gardé tel quel dans le texte : remplacez-le par ce que les lecteurs voyaient",
    "template-page":
      "page faite par un gabarit : non importée ; Carnet fait lui-même son accueil, ses listes, ses archives, sa recherche et ses flux",
    "unread-people":
      "personnes dont des textes portent l’identifiant comme signature, dans un fichier de données que Carnet ne sait pas lire : écrivez-les dans content/people.yaml",
    "words-added": "mots en trop après l’import",
    "words-lost": "mots perdus par l’import",
  },
};

function listed(files: readonly string[]): string {
  const shown = files.slice(0, 20).map((file) => `  ${file}`);
  return [...shown, ...(files.length > 20 ? [`  … (${String(files.length - 20)} de plus)`] : [])].join("\n");
}
