// Search indexes of some texts, made as a build makes them, and queried through finder.js with Pagefind's own program as a
// browser loads it: only `fetch` is replaced.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { searchDocument, UNREAD } from "../../../src/build/search/documents.ts";
import { Indexer } from "../../../src/build/search/pagefind.ts";
import { packageRoot } from "../../../src/package-root.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { authorOf, postOf, siteOf } from "../feeds/samples.ts";
import { writeFiles } from "../../support/files.ts";

interface Found {
  results: { data: () => Promise<{ meta: { title: string } }> }[];
  counts: Record<string, Record<string, number>>;
  partial: boolean;
}

interface Opened {
  choices: Found["counts"];
  find: (typed: string, narrowed: Record<string, string>) => Promise<Found>;
  correct: (typed: string) => Promise<string>;
}

type OpenIndexes = (
  how: Record<"base" | "lang" | "spelling", string> & { folders: string[] },
) => Promise<Opened>;

interface Told {
  text: string;
  tags?: readonly string[];
  author?: string;
}

/** By title, oldest first. */
const TEXTS: Readonly<Record<string, Told>> = {
  Mesurer: {
    text: "L’évaluation des politiques. Une œuvre commune, ex æquo. Un kayak.",
    tags: ["Méthode", "Mesure"],
  },
  Second: {
    text: "Les évaluations paraissent, par kayak. Case x.",
    tags: ["Méthode"],
    author: "Ada Lovelace",
  },
  Formes: { text: "Un e-mail (RGAA). C’est un retour d’expérience. Du CO₂, du C₁₀. En 10.000 pas, 100 pas." },
  Soirée: { text: "Les invités sont là, un invité parle." },
  Appel: { text: "Nous invitons tout le monde, sous toutes les formes.", tags: ["constructor"] },
  Droits: { text: "L’accès aux documents d’open data. La voix porte. Un calendrier." },
  Normes: { text: "L’accessibilité, et des openings. Un porte-voix." },
};

let missing: RegExp | undefined;

/** From now on, files whose path matches are answered with 404; without an argument, none is. */
export function lack(files?: RegExp): void {
  missing = files;
}

const { fetch } = globalThis;
globalThis.fetch = (address) => {
  const path = fileURLToPath((address as string).replace(/\?.*/, ""));
  const answer = missing?.test(path) ? new Response("", { status: 404 }) : new Response(readFileSync(path));
  return Promise.resolve(answer);
};
const asset = (name: string): string => pathToFileURL(join(packageRoot, "layouts/assets", name)).href;
const { openIndexes } = (await import(asset("finder.js"))) as { openIndexes: OpenIndexes };

const output = mkdtempSync(join(tmpdir(), "finder-"));
const made = new Map<string, Promise<Opened>>();

/** To be called after all tests. */
export function forgetIndexes(): void {
  globalThis.fetch = fetch;
  rmSync(output, { recursive: true, force: true });
}

/** What Pagefind receives for each text, newest first. */
const documents = Object.entries(TEXTS)
  .map(([title, { text, tags = [], author }], i) => {
    const terms = { tags: tags.map((label) => ({ label, slug: label, url: "", taxonomy: "tags" })) };
    const authors = author === undefined ? [] : [authorOf(author, "")];
    const day = `${String(2020 + i)}-01-05`;
    const entry = postOf({ url: `/${title}/`, title, day, description: "", terms, authors });
    const rendered = renderedOf({ html: `<p>${text}</p>` });
    return { url: entry.url, content: searchDocument({ entry, rendered }, siteOf()) };
  })
  .reverse();

/** Writes indexes of `size` texts each, and returns the addresses of their folders. */
export async function makeIndexes(size: number): Promise<string[]> {
  const indexer = new Indexer(UNREAD);
  const folders: string[] = [];
  for (let i = 0; i < documents.length; i += size) {
    const folder = mkdtempSync(join(output, "index-"));
    await indexer.add(documents.slice(i, i + size));
    const { files } = await indexer.take();
    writeFiles(folder, Object.fromEntries(files.map(({ path, content }) => [path, content])));
    folders.push(`${pathToFileURL(folder).href}/`);
  }
  await indexer.end();
  return folders;
}

export async function open(folders: Promise<string[]>): Promise<Opened> {
  return openIndexes({ folders: await folders, base: "/", lang: "fr", spelling: asset("spelling.js") });
}

/** All texts in one index or in two, opened only once, as a page does. */
export function opened(how: "one" | "two"): Promise<Opened> {
  const known = made.get(how) ?? open(makeIndexes(how === "one" ? 7 : 4));
  made.set(how, known);
  return known;
}

export async function titles({ results }: Pick<Found, "results">): Promise<string[]> {
  return Promise.all(results.map(async (one) => (await one.data()).meta.title));
}
