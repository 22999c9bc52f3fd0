// One text at a time → its HTML and the facts about it, made from values that can be passed to another thread.
// The main thread and the others make the same renderer from the same values, so that a text gives the same bytes anywhere.
import type { Entry } from "../../content/types.ts";
import { fenceLanguages, prepareHighlighter } from "../../markdown/code.ts";
import { createMarkdown, type Lint } from "../../markdown/render.ts";
import type { Rendered } from "../../markdown/types.ts";
import { decodePath } from "../../images/paths.ts";
import type { Problem } from "../../problems.ts";
import { withBase, type Site } from "../../site/site.ts";
import type { SourceFile } from "../../files.ts";
import { digestOf, textOf } from "../machine/digest.ts";
import { recording, type Asked, type Lookups } from "./lookups.ts";

/** All that rendering needs to know of the site; plain values, which structured cloning copies. */
export interface TextsAround {
  site: Site;
  files: readonly SourceFile[];
  /** Hashes of pictures that cannot be decoded. */
  broken: readonly string[];
  /** Paths that the site answers, without base path. */
  paths: readonly string[];
  /** Addresses of texts, by `textKey` of their files. */
  texts: ReadonlyMap<string, string>;
  /** Languages of the code in all texts of the site: code in one language may contain another. */
  languages: readonly string[];
  /** Whether texts are linted as they are rendered. */
  lint?: boolean | undefined;
}

/** A post or page to render. `body` is UTF-8. */
export type Text = Pick<Entry, "file" | "bodyLine" | "lang" | "url" | "title" | "typography"> & {
  body: Uint8Array;
  /** Source of the picture that the page shows above the text. */
  cover?: string;
};

/** A rendered text with its HTML as UTF-8: half the size of a string, and outside JavaScript's heap. */
export type RenderedText = Omit<Rendered, "html"> & {
  html: Uint8Array;
  /** Digest of all that pages show of it. */
  digest: string;
  /** Site paths, decoded, of the files beside texts that it names. */
  media: readonly string[];
  /** Its lookups in the site around it. */
  asked: readonly Asked[];
};

/** The renderer throws an error that names the text, whatever fails in it. */
export async function createTextRenderer(
  { site, languages, lint = false }: Pick<TextsAround, "site" | "languages" | "lint">,
  asked: Lookups,
): Promise<(text: Text) => RenderedText> {
  const lookups = recording(asked);
  const highlighter = await prepareHighlighter(languages);
  const markdown = createMarkdown({ site, ...lookups }, highlighter, lint ? await loadLint() : undefined);
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return ({ body, ...text }) => {
    try {
      const rendered = markdown.render({ ...text, body: decoder.decode(body) });
      const html = encoder.encode(rendered.html);
      // The problems and links of a text are reported again at each build, and shown on no page.
      const facts = { ...rendered, html: digestOf(html), problems: [], references: [], lint: [] };
      const media = [...new Set(mediaPaths(rendered.html, site))];
      return { ...rendered, html, media, asked: lookups.take(), digest: digestOf(textOf(facts)) };
    } catch (error) {
      throw new Error(`${text.file}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  };
}

/** Only `check` and `dev` load it. */
const loadLint = async (): Promise<Lint> => (await import("../../lint/index.ts")).lint;

/** For texts that a run without lint rendered: they are parsed again, and nothing more. */
export async function createTextLinter(site: Site, lookups: Lookups): Promise<(text: Text) => Problem[]> {
  const markdown = createMarkdown({ site, ...lookups }, undefined, await loadLint());
  const decoder = new TextDecoder();
  return ({ body, ...text }) => markdown.lint({ ...text, body: decoder.decode(body) });
}

/** Site paths, decoded, of the files beside texts that an HTML text names in its attributes. */
function* mediaPaths(html: string, site: Site): Generator<string> {
  const start = withBase(site, MEDIA);
  if (!html.includes(start)) return;
  const base = start.length - MEDIA.length;
  for (const [, address = ""] of html.matchAll(/="([^"#?]*)/g))
    if (address.startsWith(start)) yield decodePath(address.slice(base));
}

const MEDIA = "/media/";

/** Languages named by the code fences of a text, by file; texts without any are left out. */
export type Fences = ReadonlyMap<string, readonly string[]>;

export function fencesOf(entries: readonly Pick<Entry, "file" | "text">[]): Fences {
  const fences = new Map<string, readonly string[]>();
  for (const { file, text } of entries) {
    const { body } = text;
    // Most texts have no code, and decoding all of them would take time.
    const languages = body.includes("```") || body.includes("~~~") ? fenceLanguages(body.toString()) : [];
    if (languages.length > 0) fences.set(file, languages);
  }
  return fences;
}

/** The languages of all texts of a site, each once, sorted: the colours of a text depend on all of them. */
export function codeLanguages(fences: Fences): string[] {
  return [...new Set([...fences.values()].flat())].sort();
}
