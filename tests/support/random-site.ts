// A small site, and random edits that an editor, a site owner or a revert could make. The same seed gives the same edits.
import sharp from "sharp";

/** Path in the site root → its text or bytes. */
export type SiteFiles = Map<string, string | Uint8Array>;

export interface Random {
  /** Returns an integer from 0 to `below`, exclusive. */
  number(below: number): number;
  pick<T>(all: readonly T[]): T;
}

/** Mulberry32: small, and good enough to choose edits. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    pick: (all) => {
      const one = all[number(all.length)];
      if (one === undefined) throw new Error("Nothing to pick from.");
      return one;
    },
  };
}

/** Days and hours used for publication and expiry: before and after the builds. */
const DAYS = ["2026-02-20", "2026-03-02", "2026-03-03", "2026-03-30", "2026-10-25", "2027-01-01"];
const HOURS = ["2026-03-02 13:00", "2026-03-29 03:00", "2026-10-25 02:30"];

const TAGS = ["open data", "Design", "accès", "terrain"];
const PEOPLE = ["Équipe Design", "Équipe Données", "Pôle Ouverture"];

interface Written {
  title: string;
  author: string;
  tags: readonly string[];
  more?: readonly string[];
  body: string;
}

function postText({ title, author, tags, more = [], body }: Written): string {
  return [
    "---",
    `title: ${title}`,
    `author: ${author}`,
    `tags: [${tags.join(", ")}]`,
    ...more,
    "---",
    "",
    body,
    "",
  ].join("\n");
}

const SITE = [
  "title: Carnet d’essai",
  "url: https://blog.example.org",
  "lang: fr",
  "taxonomies:",
  "  promotion: { label: Promotion, terms: { un: Promotion 1, deux: Promotion 2 } }",
  "  projet:",
  "    label: Projet",
  "    folder: projets",
  "    fields: { lieu: { label: Lieu } }",
  "    index: { group: promotion }",
  "postsPerPage: 3",
];

const TERMS = ["un", "deux"];
const PROJECTS = ["phare", "pont", "port"];

/** The file of a project, or of someone of a project. */
function termText(turn: number, more: readonly string[] = []): string {
  return ["---", `title: Nom ${String(turn)}`, ...more, "---", "", "Un mot [et un lien](/projet/).", ""].join(
    "\n",
  );
}

/** Files that texts link to, with the link: one in `public/`, one beside the posts. */
const DOCUMENTS = new Map([
  ["public/dossier.csv", "[le dossier](/dossier.csv)"],
  ["content/posts/annexe.csv", "[l’annexe](annexe.csv)"],
]);
const document = (lines: number): string => "lieu;nombre\n".repeat(lines);

const PORTRAIT = "public/portrait.png";
const PICTURES = ["public/photo.png", PORTRAIT];

export async function firstSite(): Promise<SiteFiles> {
  const files: SiteFiles = new Map<string, string | Uint8Array>([
    ["content/site.yaml", SITE.join("\n")],
    [
      "content/people.yaml",
      "design:\n  name: Équipe Design\n  role: conception\n  photo: /portrait.png\ndonnees:\n  name: Équipe Données\n",
    ],
    ["content/tags.yaml", "design:\n  label: Design\n  description: Ce qui se dessine.\n"],
    ["content/redirects.yaml", "/ancien/: /blog/\n"],
    [
      "content/pages/a-propos.md",
      "---\ntitle: À propos\n---\n\n## Qui\n\nNous, voir [un article](/blog/2026/01/01/p1/#suite).\n",
    ],
    ["public/photo.png", await picture(0)],
    [PORTRAIT, await picture(1)],
    ...[...DOCUMENTS.keys()].map((file): [string, string] => [file, document(9)]),
    ...PROJECTS.map((name, i): [string, string] => [
      `content/projets/${name}.md`,
      termText(i, [`aliases: [${name}]`, `promotion: ${TERMS[i % 2] ?? ""}`]),
    ]),
    ["content/people/ana.md", termText(10, ["projet: phare", "role: pilote", "photo: /portrait.png"])],
    ["public/style.css", "p { color: red }\n"],
    ["layouts/partials/footer.njk", "<footer><p>{{ site.title }} – pied</p></footer>\n"],
    ["layouts/term-people.njk", '{% extends "carnet/term.njk" %}\n'],
    [
      ".eleventy.ts",
      'import carnet from "carnet";\nimport { loud } from "./public/loud.js";\nexport default function (config) {\n  config.addPlugin(carnet);\n  config.addFilter("loud", loud);\n}\n',
    ],
    ["public/loud.js", "export const loud = (text) => text.toUpperCase();\n"],
  ]);
  for (let i = 1; i <= 7; i++)
    files.set(
      `content/posts/2026-01-0${String(i)}-p${String(i)}.md`,
      postText({ ...plain(i, i), more: i % 2 === 0 ? ["promotion: un", "projet: phare"] : [] }),
    );
  files.set(
    "content/posts/en/2026-01-05-p5-en.md",
    postText({ ...plain(5, 1), title: "Five", more: ["translationOf: p5"] }),
  );
  return files;
}

/** The same site without anything that needs Eleventy: no layouts and no code of the site owner's. */
export async function bareSite(): Promise<SiteFiles> {
  const files = [...(await firstSite())];
  return new Map(files.filter(([file]) => !/^(?:layouts\/|\.eleventy\.ts$|public\/loud\.js$)/.test(file)));
}

function plain(i: number, turn: number): Written {
  const other = String((i % 7) + 1);
  // A link to its address, and one to its file.
  const others = `[autre](/blog/2026/01/0${other}/p${other}/#suite), [même](2026-01-0${other}-p${other}.md#suite)`;
  return {
    title: `Article ${String(i)}`,
    author: PEOPLE[turn % PEOPLE.length] ?? "",
    tags: [TAGS[turn % TAGS.length] ?? "", TAGS[(turn + 1) % TAGS.length] ?? ""],
    body: `Début, tour ${String(turn)}, ${others}, ${[...DOCUMENTS.values()][i % 3] ?? "rien"}.\n\n## Suite\n\n![Une photo](/photo.png)\n\n*Une légende*`,
  };
}

/** Two of them fill the column of a text, or not. */
async function picture(shade: number): Promise<Uint8Array> {
  const background = { r: shade % 256, g: 80, b: 120 };
  return sharp({ create: { width: 240 + 80 * (shade % 3), height: 200, channels: 3, background } })
    .png()
    .toBuffer();
}

type Edit = (files: SiteFiles, random: Random, turn: number) => Promise<void> | void;

const posts = (files: SiteFiles): string[] =>
  [...files.keys()].filter((file) => /^content\/posts\/[^_]*\.md$/.test(file)).sort();

const IDEA = "content/posts/_idee.md";

/** Changes the text of a random post, if there is one. */
function inPost(change: (text: string, random: Random, turn: number) => string): Edit {
  return (files, random, turn) => {
    const all = posts(files);
    if (all.length === 0) return;
    const file = random.pick(all);
    files.set(file, change(String(files.get(file)), random, turn));
  };
}

/** Changes the body of a random post or page. */
function inBody(change: (body: string, random: Random, turn: number) => string): Edit {
  return (files, random, turn) => {
    const all = [...files.keys()].filter((file) => file.endsWith(".md")).sort();
    if (all.length === 0) return;
    const file = random.pick(all);
    const text = String(files.get(file));
    const end = text.indexOf("\n---\n", 4) + 5;
    files.set(file, text.slice(0, end) + change(text.slice(end), random, turn));
  };
}

const withLine = (text: string, name: string, value: string): string =>
  new RegExp(`^${name}:.*$`, "m").test(text)
    ? text.replace(new RegExp(`^${name}:.*$`, "m"), `${name}: ${value}`)
    : text.replace("---\n", `---\n${name}: ${value}\n`);

type Choose = (random: Random, turn: number) => string;

/** Sets a line of the front matter of a random post. */
const inHead = (name: string, value: Choose): Edit =>
  inPost((text, random, turn) => withLine(text, name, value(random, turn)));

/** Sets a line of the front matter of a random file of a term or a person, if there is one. */
const inTerm =
  (name: string, value: Choose): Edit =>
  (files, random, turn) => {
    const all = [...files.keys()].filter((file) => /^content\/(?:projets|people)\//.test(file)).sort();
    if (all.length === 0) return;
    const file = random.pick(all);
    files.set(file, withLine(String(files.get(file)), name, value(random, turn)));
  };

/** Writes a file. */
const writes =
  (file: string, text: Choose): Edit =>
  (files, random, turn) => {
    files.set(file, text(random, turn));
  };

/** Writes `site.yaml` with another first line, or with more lines. */
const setsSite = (lines: (random: Random, turn: number) => string[]): Edit =>
  writes("content/site.yaml", (random, turn) => {
    const more = lines(random, turn);
    const isTitle = more[0]?.startsWith("title") === true;
    return [...(isTitle ? [] : SITE.slice(0, 1)), ...SITE.slice(1), ...more].join("\n");
  });

const removes =
  (choose: (files: SiteFiles, random: Random) => readonly string[]): Edit =>
  (files, random) => {
    const all = choose(files, random);
    if (all.length > 0) files.delete(random.pick(all));
  };

/** Changes that an editor makes to a body while writing. */
export const SAVES: Readonly<Record<string, Edit>> = {
  "go on writing": inBody((body, random) => `${body}\nEncore une phrase, la ${String(random.number(99))}.\n`),
  "write above": inBody((body, _, turn) => `Un début, tour ${String(turn)}.\n\n${body}`),
  "rewrite all": inBody((_, random) => plain(1 + random.number(7), random.number(9)).body),
  "erase all": inBody(() => ""),
  "name a section": inBody((body, _, turn) => `${body}\n## Partie ${String(turn)}\n\nUn texte.\n`),
  "rename a section": inBody((body, _, turn) => body.replace(/^## .*$/m, `## Titre ${String(turn)}`)),
  "link to nothing": inBody((body, _, turn) => `[rien](/rien-${String(turn)}/) et ${body}`),
  "link to a section": inBody((body, random) => {
    const day = String(1 + random.number(7));
    return `${body}\n[voir](/blog/2026/01/0${day}/p${day}/#suite)\n`;
  }),
  "link to a document": inBody((body, random) => `${body}\n${random.pick([...DOCUMENTS.values()])}\n`),
  "forget a sign": inBody((body) => `${body}\n**gras\n\n- a\n-b\n`),
  "write at length": inBody((body) => `${body}\n${"mot ".repeat(300)}\n`),
  "show a picture": inBody((body) => `${body}\n![Encore](/photo.png)\n`),
  "show two pictures side by side": inBody((body) => `${body}\n![Un](/photo.png) ![Deux](/photo.png)\n`),
  "show a missing picture": inBody((body) => `${body}\n![Absente](/absente.png)\n`),
  "show a player": inBody((body) => `${body}\nhttps://www.dailymotion.com/video/x8abcde\n`),
  "show code": inBody((body) => `${body}\n\`\`\`js\nconst un = 1;\n\`\`\`\n`),
  "frame a stranger": inBody((body) => `${body}\n<iframe src="https://inconnu.example/"></iframe>\n`),
  "unframe it": inBody((body) => body.replace(/^<iframe.*$/gm, "")),
  "write in English": inBody(
    (body) =>
      `${"The work of the team is to be seen by all that are with us in the end. ".repeat(3)}\n${body}`,
  ),
};

/** Edits of every kind, by the name that a failing run prints. */
export const EDITS: Readonly<Record<string, Edit>> = {
  "change a title": inHead("title", (_, turn) => `Titre ${String(turn)}`),
  "change a date": inHead("date", (random) => `2026-01-${String(10 + random.number(15))}`),
  "change a slug": inHead("slug", (_, turn) => `nouveau-${String(turn)}`),
  retag: inHead("tags", (random) => `[${random.pick(TAGS)}, ${random.pick(TAGS)} ]`),
  "say another promotion": inHead("promotion", (random) => random.pick(TERMS)),
  "change an author": inHead("author", (random) => random.pick(PEOPLE)),
  "name a project": inHead("projet", (random) => random.pick([...PROJECTS, "Inconnu"])),
  "rename a project or a person": inTerm("title", (random, turn) =>
    random.pick([`Nom ${String(turn)}`, "Équipe Design", "Nom 1"]),
  ),
  "move a project to another cohort": inTerm("promotion", (random) => random.pick(TERMS)),
  "say where a project is": inTerm("lieu", (_, turn) => `Lieu ${String(turn)}`),
  "give a project another name": inTerm("aliases", (random) => `[${random.pick(PROJECTS)}, autre]`),
  "weigh a project": inTerm("weight", (random) => String(random.number(3))),
  "hold a project back, or show it": inTerm("draft", (random) => random.pick(["true", "false"])),
  "say that someone left": inTerm("former", (random) => random.pick(["oui", "non"])),
  "send someone to a project": inTerm("projet", (random) => random.pick(PROJECTS)),
  "begin a project": (files, random, turn) => {
    const file = `content/projets/${random.pick([...PROJECTS, `n${String(turn)}`])}.md`;
    files.set(file, termText(turn, [`promotion: ${random.pick(TERMS)}`]));
  },
  "present someone": (files, random, turn) => {
    files.set(`content/people/p${String(turn)}.md`, termText(turn, [`projet: ${random.pick(PROJECTS)}`]));
  },
  "end a project": removes((files) =>
    [...files.keys()].filter((file) => /^content\/(?:projets|people)\//.test(file)),
  ),
  describe: inHead("description", (_, turn) => `Description ${String(turn)}`),
  "set a cover": inHead("image", () => "/photo.png"),
  "set an end": inHead("expires", (random) => random.pick([...DAYS, ...HOURS])),
  "announce an event": inHead("event", (random, turn) => {
    // The last one ends before it starts, or not.
    const ends = ["", ", end: 2026-12-01 18:00", ", end: 2027-01-01", ", end: 2026-03-03"];
    const start = random.pick([...DAYS.slice(0, 4), ...HOURS.slice(0, 2)]);
    return `{ start: ${start}${random.pick(ends)}, place: Lieu ${String(turn)}, url: /blog/ }`;
  }),
  "announce nothing": inPost((text) => text.replace(/^(?:event|deadline):.*\n/gm, "")),
  "set a deadline": inHead("deadline", (random) => random.pick([...DAYS, ...HOURS])),
  "set an hour": inHead("publishAt", (random) => random.pick(HOURS)),
  "put off": inHead("date", (random) => random.pick(DAYS)),
  correct: inHead("corrections", (_, turn) => `[{ text: "Erratum ${String(turn)}" }]`),
  redirect: inHead("redirect_from", (_, turn) => `/vieux-${String(turn)}/`),
  "turn into a draft": inHead("draft", () => "true"),
  "turn out of a draft": inPost((text) =>
    withLine(text, "draft", "false")
      .replace(/^(?:layout: absent|noindex: parfois)\n/gm, "")
      .replace("title: Titre : cassé", "title: Titre"),
  ),
  "break a draft": inPost((text, random) => {
    const fault = random.pick(["title: Titre : cassé", "layout: absent", "noindex: parfois"]).split(": ");
    return withLine(withLine(text, fault[0] ?? "", fault.slice(1).join(": ")), "draft", "true");
  }),
  "begin an idea": writes(IDEA, (random, turn) => {
    const title = random.pick(["Une idée", "Une idée : la seconde"]);
    return `---\ntitle: ${title}\n---\n\nTour ${String(turn)}.\n`;
  }),
  "forget an idea": removes(() => [IDEA]),
  "link to another post": inPost((text, random) => {
    const day = String(1 + random.number(7));
    return `${text}\n[lien](../../0${day}/p${day}/)\n`;
  }),
  "add a post": (files, random, turn) => {
    const file = `content/posts/2026-02-${String(10 + random.number(18))}-n${String(turn)}.md`;
    files.set(file, postText(plain(1 + random.number(7), turn)));
  },
  "delete a post": removes((files) => posts(files).slice(2)),
  "rename a file": (files, random, turn) => {
    const all = posts(files);
    if (all.length === 0) return;
    const file = random.pick(all);
    const text = files.get(file) ?? "";
    files.delete(file);
    files.set(file.replace(/[^/]+$/, `2026-01-2${String(random.number(9))}-r${String(turn)}.md`), text);
  },
  "rename a person": writes(
    "content/people.yaml",
    (_, turn) => `design:\n  name: Équipe Design\n  role: rôle ${String(turn)}\n`,
  ),
  "present people": writes("content/people.yaml", (random, turn) => {
    const people = ["Équipe Design", "Équipe Données", `Pôle ${String(turn)}`].map((name, i) => {
      const photo = random.pick(["", ", photo: /photo.png", ", photo: /portrait.png"]);
      const role = random.pick(["", ", role: analyse", ", role: conception"]);
      const account = random.pick(["", "", ", handles: { github: un }", ", handles: { matrix: deux }"]);
      return `p${String(i)}: { name: ${name}${role}${photo}${account} }`;
    });
    return `${people.slice(random.number(3)).join("\n")}\n`;
  }),
  "label a tag": writes("content/tags.yaml", (_, turn) => `design:\n  label: Design ${String(turn)}\n`),
  "add a redirect": writes("content/redirects.yaml", (_, turn) => `/ancien-${String(turn)}/: /blog/\n`),
  "edit a page": writes(
    "content/pages/a-propos.md",
    (_, turn) => `---\ntitle: À propos ${String(turn)}\n---\n\n## Qui ${String(turn)}\n`,
  ),
  "set the title of the site": setsSite((_, turn) => [`title: Carnet ${String(turn)}`]),
  "set the length of lists": setsSite((random) => [`postsPerPage: ${String(1 + random.number(5))}`]),
  "name a picture that other edits change, break or remove as icon": setsSite(() => ["icon: /photo.png"]),
  "begin or end a form for editors": setsSite((random) => [
    "repository: https://github.com/a/b",
    `admin: ${random.number(2) === 0 ? "oui" : "non"}`,
  ]),
  "edit a partial": writes(
    "layouts/partials/footer.njk",
    (_, turn) => `<footer><p>Pied ${String(turn)}</p></footer>\n`,
  ),
  "edit a layout": writes(
    "layouts/term.njk",
    (_, turn) => `{% extends "carnet/term.njk" %}\n{# ${String(turn)} #}\n`,
  ),
  "write a layout that looks around": writes(
    "layouts/page.njk",
    (_, turn) =>
      `<!doctype html><html lang="fr"><title>{{ title }}</title><h1>${String(turn)}</h1>{% for p in collections.posts %}{{ p.data.title | loud }} {{ p.data.next.data.title }}{% endfor %}{{ content | safe }}`,
  ),
  "remove a layout": removes((files) => [...files.keys()].filter((file) => file.startsWith("layouts/"))),
  "edit a filter": writes(
    "public/loud.js",
    (_, turn) => `export const loud = (text) => text.toUpperCase() + "${String(turn)}";\n`,
  ),
  "write data, or take it away": (files, _, turn) => {
    const file = "_data/archived.json";
    if (!files.delete(file))
      files.set(file, JSON.stringify({ title: "Fini", text: `Tour ${String(turn)}.` }));
  },
  "edit a stylesheet": writes("public/style.css", (_, turn) => `p { order: ${String(turn)} }\n`),
  "replace a document, or bring it back": (files, random) => {
    files.set(random.pick([...DOCUMENTS.keys()]), document(1 + random.number(300)));
  },
  "remove a document": removes(() => [...DOCUMENTS.keys()]),
  "change a picture or a portrait": async (files, random, turn) => {
    files.set(random.pick(PICTURES), await picture(turn));
  },
  "remove a picture or a portrait": removes(() => PICTURES),
  "break a picture or a portrait": (files, random) => {
    files.set(random.pick(PICTURES), new TextEncoder().encode("ceci n’est pas une image"));
  },
};

/** Moments of builds: the second in which one of the days or hours below begins in Paris, and the second before. */
const MOMENTS = [
  ...["2026-03-02T10:00:00Z", "2026-03-02T11:59:59Z", "2026-03-02T12:00:00Z"],
  ...["2026-03-02T22:59:59Z", "2026-03-02T23:00:00Z"],
  // The night when an hour is skipped, and the end of that day of 23 hours.
  ...["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"],
  // The night when an hour is repeated.
  ...["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-12-31T23:00:00Z"],
];

/** When every sequence begins. */
export const FIRST_MOMENT = "2026-03-02T10:00:00Z";

/**
 * Returns the moment of the next build: usually the same, sometimes later, rarely earlier, as `--now` allows. Posts are published and
 * expire while nobody edits anything, as with a nightly build.
 */
export function laterMoment(random: Random, now: string): string {
  const step = random.number(4) > 0 ? 0 : random.number(8) === 0 ? -1 : 1 + random.number(3);
  return MOMENTS[Math.min(Math.max(MOMENTS.indexOf(now) + step, 0), MOMENTS.length - 1)] ?? now;
}
