// A number → that many posts of a programme's blog, in French, of about 6.5 kB each, for Carnet or a peer.
// usage: node bench/corpus.mjs COUNT FOLDER [carnet|hugo|eleventy|jekyll]
// The same number gives the same bytes on every machine: a post depends only on its number, its date also on the count.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SUBJECTS =
  "L’équipe du programme|Le service d’accueil|Chaque agent concerné|Un atelier de deux jours|Cette enquête|Notre partenaire|Le bureau voisin";
const VERBS =
  "prépare|relit avec soin|ouvre à tous|a simplifié|décrit pas à pas|compare|remet à plat|publie chaque mois|documente|mesure";
const OBJECTS =
  "le formulaire de demande|la feuille de route|les données de l’année passée|un jeu d’essai réduit|la notice d’accessibilité|le code du prototype|l’inventaire des démarches|le modèle de courrier|la carte des bureaux";
const CIRCUMSTANCES =
  "depuis le printemps|avec les services voisins|sans attendre la fin du marché|au plus près des usagers|avant chaque mise en ligne|malgré un calendrier serré|en une page et demie|grâce aux journaux du serveur";
const TAGS =
  "accueil|accessibilité|archives|ateliers|bilan|cartographie|code|concertation|données|démarches|enquête|formation|gouvernance|juridique|mesure|méthode|ouverture|publication|sobriété|territoires";
/** Only teams: the corpus names no person. */
const AUTHORS = "L’équipe du programme|Pôle données|Cellule d’appui|Pôle données et Cellule d’appui";

/** Writes `count` posts into a folder, with front matter as `flavour` wants it, and returns their paths. */
export function writePosts(folder, count, flavour = "carnet") {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, number) => {
    const day = new Date(Date.UTC(2008, 0, 7 + Math.floor((number * 6200) / count)))
      .toISOString()
      .slice(0, 10);
    const path = join(folder, `${day}-billet-${String(number).padStart(6, "0")}.md`);
    writeFileSync(path, makePost(number, day, flavour));
    return path;
  });
}

function makePost(number, day, flavour) {
  const { below, one } = drawer(number);
  const clause = () => `${one(SUBJECTS)} ${one(VERBS)} ${one(OBJECTS)} ${one(CIRCUMSTANCES)}`;
  const sentence = () => {
    const kind = below(8);
    if (kind === 0)
      return `${clause()}, voir [${one(OBJECTS)}](https://example.org/notes/${below(500)}.html).`;
    if (kind === 1) return `${clause()} : « *${one(OBJECTS)}* ».`;
    if (kind === 2) return `${clause()}, **${one(OBJECTS)}**, ${one(CIRCUMSTANCES)}.`;
    return `${clause()}.`;
  };
  const paragraph = () => Array.from({ length: 5 + below(3) }, sentence).join(" ");
  const list = () =>
    Array.from({ length: 3 + below(3) }, () => `- ${one(OBJECTS)} ${one(CIRCUMSTANCES)}`).join("\n");
  const rows = [2019, 2020, 2021].map((year) => `| ${year} | ${below(900)} |`);
  const tags = [...new Set(Array.from({ length: 1 + below(4) }, () => one(TAGS)))];
  const head = [
    `title: "${one(SUBJECTS)} et ${one(OBJECTS)} (${number})"`,
    `description: "${sentence().replaceAll('"', "")}"`,
    `author: "${one(AUTHORS)}"`,
    "image: /img/blog/atelier.png",
    ...(flavour === "hugo" ? [`date: ${day}`] : []),
    ...(flavour === "jekyll" ? ["layout: post"] : []),
    "tags:",
    ...tags.map((tag) => `  - ${tag}`),
  ];
  const parts = [
    ...[paragraph(), paragraph(), `## ${one(OBJECTS)}`, paragraph(), list(), paragraph()],
    ...(number % 10 === 0 ? [player(number)] : []),
    ...(number % 20 === 7 ? [["| Année | Demandes |", "| --- | ---: |", ...rows].join("\n")] : []),
    ...[`## **${one(OBJECTS)}**`, paragraph(), `> ${sentence()}`, `### ${one(OBJECTS)}`],
    ...[paragraph(), list(), paragraph(), paragraph()],
  ];
  return `---\n${head.join("\n")}\n---\n\n${parts.join("\n\n")}\n`;
}

function player(number) {
  const id = (number * 7919 + 1_000_003).toString(36);
  return `<iframe src="https://www.dailymotion.com/embed/video/x${id}" title="Restitution ${number}" width="640" height="360" allowfullscreen></iframe>`;
}

/** Draws from lists; the same number always draws the same (mulberry32). */
function drawer(number) {
  let state = (number + 1) * 0x9e3779b1;
  const below = (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const one = (list) => list.split("|")[below(list.split("|").length)];
  return { below, one };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [count = "1000", folder = ".", flavour] = process.argv.slice(2);
  writePosts(folder, Number(count), flavour);
}
