// A number → that many posts of a programme's blog, in French, of about 6.5 kB each, for Carnet or a peer.
// The same number gives the same bytes on every machine: post 12 depends only on its number, its date also on the count.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32, deflateSync } from "node:zlib";

/** Path of the posts' picture, below `public/` or a peer's equivalent. */
export const PICTURE = "img/blog/atelier.png";

const SUBJECTS = [
  "L’équipe du programme",
  "Le service d’accueil",
  "La direction des études",
  "Chaque agent concerné",
  "Le comité de suivi",
  "Un atelier de deux jours",
  "La première version",
  "Cette enquête",
  "Le groupe d’utilisateurs",
  "La cellule d’appui",
  "Notre partenaire",
  "Le bureau voisin",
];
const VERBS = [
  "prépare",
  "relit avec soin",
  "ouvre à tous",
  "a simplifié",
  "décrit pas à pas",
  "compare",
  "remet à plat",
  "publie chaque mois",
  "éprouve sur le terrain",
  "a traduit",
  "documente",
  "mesure",
];
const OBJECTS = [
  "le formulaire de demande",
  "la feuille de route",
  "les données de l’année passée",
  "un jeu d’essai réduit",
  "la notice d’accessibilité",
  "les retours reçus au guichet",
  "le code du prototype",
  "trois façons de poser la question",
  "l’inventaire des démarches",
  "le modèle de courrier",
  "la carte des bureaux",
  "les règles de nommage",
];
const CIRCUMSTANCES = [
  "depuis le printemps",
  "avec les services voisins",
  "sans attendre la fin du marché",
  "au plus près des usagers",
  "dans deux départements d’essai",
  "avant chaque mise en ligne",
  "malgré un calendrier serré",
  "en une page et demie",
  "pour la deuxième fois",
  "grâce aux journaux du serveur",
];
const ASIDES = [
  "ce qui n’allait pas de soi",
  "et c’est une bonne nouvelle",
  "comme l’avait demandé la commission",
  "à raison de deux heures par semaine",
  "ni plus ni moins",
];
const TITLES = [
  "Ce que nous apprend",
  "Six mois avec",
  "Comment nous avons revu",
  "Retour sur",
  "Pourquoi garder",
  "Avant d’ouvrir",
  "Petit guide pour",
  "Un an après",
];
const TAGS =
  "accueil accessibilité archives ateliers bilan cartographie code concertation données démarches enquête formation gouvernance juridique mesure méthode ouverture publication sobriété territoires".split(
    " ",
  );
/** Only teams: the corpus names no person. */
const SIGNATURES = [
  "L’équipe du programme",
  "Pôle données",
  "Cellule d’appui",
  "Pôle données et Cellule d’appui",
  "Atelier de conception, équipe du programme",
];

/** A post: its file name and its text, with front matter in the form that `flavour` requires. */
export function makePost(number, count, flavour = "carnet") {
  const draw = drawer(number);
  const day = dayOf(number, count);
  const tags = draw.some(TAGS, 1 + draw.below(4));
  const title = `${draw.one(TITLES)} ${draw.one(OBJECTS)} (${number})`;
  const values = { title, description: sentence(draw), tags, author: draw.one(SIGNATURES), day };
  return {
    name: `${day}-billet-${String(number).padStart(6, "0")}.md`,
    text: `---\n${frontMatter(values, flavour).join("\n")}\n---\n\n${body(number, draw)}`,
  };
}

/** Texts without front matter, for a Markdown parser alone. */
export function makeBodies(count) {
  return Array.from({ length: count }, (_, number) => {
    const { text } = makePost(number, count);
    return text.slice(text.indexOf("\n---\n") + 6);
  });
}

/** Writes `count` posts into a folder, and returns their paths. */
export function writePosts(folder, count, flavour) {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, number) => {
    const { name, text } = makePost(number, count, flavour);
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

function frontMatter({ title, description, tags, author, day }, flavour) {
  const quoted = (text) => JSON.stringify(text);
  return [
    `title: ${quoted(title)}`,
    `description: ${quoted(description)}`,
    `author: ${quoted(author)}`,
    `image: /${PICTURE}`,
    ...(flavour === "carnet" ? ['imageAlt: "Un atelier, vu de loin"'] : []),
    ...(flavour === "hugo" || flavour === "astro" ? [`date: ${day}`] : []),
    ...(flavour === "jekyll" ? ["layout: post"] : []),
    "tags:",
    ...tags.map((tag) => `  - ${tag}`),
  ];
}

/** Three sections; a player in every tenth post, and at other intervals a picture, a table, code or a footnote. */
function body(number, draw) {
  const paragraph = () => Array.from({ length: 5 + draw.below(3) }, () => sentence(draw)).join(" ");
  const extras = [
    ...(number % 10 === 0 ? [player(number)] : []),
    ...(number % 15 === 3 ? [picture(draw)] : []),
    ...(number % 20 === 7 ? [table(draw)] : []),
    ...(number % 40 === 11 ? [code(number)] : []),
  ];
  const note = number % 25 === 4;
  const parts = [
    paragraph(),
    paragraph(),
    `## ${heading(draw)}`,
    note ? `${paragraph()}[^1]` : paragraph(),
    list(draw, "-"),
    paragraph(),
    ...extras,
    `## **${heading(draw)}**`,
    paragraph(),
    `> ${sentence(draw)}`,
    `### ${heading(draw)}`,
    paragraph(),
    list(draw, number % 2 === 0 ? "1." : "*"),
    paragraph(),
    ...(number % 3 === 0 ? [paragraph()] : []),
    ...(note ? [`[^1]: ${sentence(draw)}`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sentence(draw) {
  const clause = `${draw.one(SUBJECTS)} ${draw.one(VERBS)} ${draw.one(OBJECTS)} ${draw.one(CIRCUMSTANCES)}`;
  const object = draw.one(OBJECTS);
  switch (draw.below(10)) {
    case 0:
      return `${clause}, voir [${object}](https://example.org/notes/${draw.below(500)}.html).`;
    case 1:
      return `${clause} : « *${draw.one(ASIDES)}* ».`;
    case 2:
      return `${clause}, **${draw.one(ASIDES)}**, ${draw.one(CIRCUMSTANCES)}.`;
    case 3:
      return `${clause} ; ${lower(draw.one(SUBJECTS))} ${draw.one(VERBS)} ${object}.`;
    case 4:
      return `${clause} — ${draw.one(ASIDES)} — puis ${draw.one(VERBS)} ${object}.`;
    default:
      return `${clause}.`;
  }
}

function heading(draw) {
  const object = draw.one(OBJECTS);
  return `${object.charAt(0).toUpperCase()}${object.slice(1)}, ${draw.one(CIRCUMSTANCES)}`;
}

function list(draw, marker) {
  const item = () => `${marker} ${draw.one(OBJECTS)} ${draw.one(CIRCUMSTANCES)}`;
  return Array.from({ length: 3 + draw.below(3) }, item).join("\n");
}

function player(number) {
  const id = (number * 7919 + 1_000_003).toString(36);
  return `<iframe src="https://www.dailymotion.com/embed/video/x${id}" title="Restitution de l’atelier ${number}" width="640" height="360" allowfullscreen></iframe>`;
}

function picture(draw) {
  return `![Le tableau de l’atelier](/${PICTURE})\n*${sentence(draw)}*`;
}

function table(draw) {
  const row = (year) => `| ${year} | ${draw.below(900)} | ${draw.below(90)} % |`;
  return ["| Année | Demandes | Réponses |", "| --- | ---: | ---: |", ...[2019, 2020, 2021].map(row)].join(
    "\n",
  );
}

function code(number) {
  return `\`\`\`js\nconst demandes = await lire("demandes-${number}.csv");\nconsole.log(demandes.length); // une ligne par demande\n\`\`\``;
}

function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Days from 2008 to 2024, in the order of the numbers. */
function dayOf(number, count) {
  const days = Math.floor((number * 6200) / count);
  return new Date(Date.UTC(2008, 0, 7 + days)).toISOString().slice(0, 10);
}

/** Draws from lists; the same number always draws the same (mulberry32). */
function drawer(number) {
  let state = (number + 1) * 0x9e3779b1;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(random() * limit);
  const one = (list) => list[below(list.length)];
  const some = (list, length) => [...new Set(Array.from({ length }, () => one(list)))];
  return { below, one, some };
}

/** A PNG picture of 960 × 540: colour bands, so that there is something to compress. */
export function makePicture(width = 960, height = 540) {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows[at] = (x * 255) / width;
      rows[at + 1] = (y * 255) / height;
      rows[at + 2] = ((x >> 5) ^ (y >> 5)) & 1 ? 200 : 90;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [count = "", folder, flavour] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("usage: node bench/corpus.mjs COUNT FOLDER [carnet|hugo|eleventy|jekyll|astro]");
    process.exit(2);
  }
  writePosts(folder, Number(count), flavour);
}
