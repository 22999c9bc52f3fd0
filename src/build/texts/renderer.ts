// One text at a time → its HTML and the facts about it, made from values that can be passed to another thread.
// The main thread and the others make the same renderer from the same values, so that a text gives the same bytes anywhere.
import type { Entry } from "../../content/types.ts";
import { createPictureIndex, type PictureIndex } from "../../images/facts.ts";
import { decodePath } from "../../images/paths.ts";
import { fenceLanguages, prepareHighlighter } from "../../markdown/code.ts";
import { createMarkdown } from "../../markdown/render.ts";
import type { Rendered } from "../../markdown/types.ts";
import { withBase, type Site } from "../../site/site.ts";
import type { SourceFile } from "../../files.ts";
import { digestOf } from "../../files.ts";
import { textOf } from "../digest.ts";
import { createLookups, recording, type Asked } from "./lookups.ts";

/** All that rendering needs to know of the site; plain values, which structured cloning copies. */
export interface TextsAround {
  site: Site;
  files: readonly SourceFile[];
  /** Hashes of pictures that cannot be decoded. */
  broken: ReadonlySet<string>;
  /** Paths that the site answers, without base path. */
  paths: readonly string[];
  /** Addresses of texts, by `textKey` of their files. */
  texts: ReadonlyMap<string, string>;
  /** Languages of the code in all texts of the site: code in one language may contain another. */
  languages: readonly string[];
  /** Whether texts are linted too. */
  lint: boolean;
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
  around: TextsAround,
  pictures: PictureIndex = createPictureIndex(around.files, around.broken),
): Promise<(text: Text) => RenderedText> {
  const { site, languages } = around;
  const lookups = recording(createLookups(pictures, around.paths, around.texts));
  // Only `check` and `dev` load it.
  const linter = around.lint ? (await import("../../lint/index.ts")).lint : undefined;
  const markdown = createMarkdown({ site, ...lookups }, await prepareHighlighter(languages), linter);
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return ({ body, ...text }) => {
    try {
      const rendered = markdown.render({ ...text, body: decoder.decode(body) });
      const html = encoder.encode(rendered.html);
      // The problems and links of a text are reported again at each build, and shown on no page.
      const shown = { ...rendered, html: digestOf(html), problems: [], references: [], lint: [] };
      const media = [...new Set(mediaPaths(rendered.html, site))];
      return { ...rendered, html, media, asked: lookups.take(), digest: digestOf(textOf(shown)) };
    } catch (cause) {
      throw new Error(`${text.file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  };
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

/** The languages of the code in all texts of a site, each once, sorted: the colours of a text depend on all of them. */
export function codeLanguages(entries: readonly Pick<Entry, "body">[]): string[] {
  const bodies = entries.map(({ body }) => body);
  // Most texts have no code, and decoding all of them would take time.
  const having = bodies.filter((body) => body.includes("```") || body.includes("~~~"));
  return [...new Set(having.flatMap((body) => fenceLanguages(body.toString())))].sort();
}
