// One text at a time → what the site keeps of it, made from values that another thread can be given.
// The main thread and its workers make the same renderer from the same values, so a text gives the same bytes anywhere.
import type { Entry } from "../content/types.ts";
import type { PictureIndex } from "../images/facts.ts";
import { prepareHighlighter } from "../markdown/highlighter.ts";
import { createMarkdown } from "../markdown/render.ts";
import type { Rendered } from "../markdown/types.ts";
import type { Site } from "../site.ts";
import type { SourceFile } from "../source-file.ts";

/** All that rendering needs to know of the site; plain values, which structured cloning copies. */
export interface TextsAround {
  site: Site;
  files: readonly SourceFile[];
  /** Sources of pictures that cannot be decoded. */
  broken: readonly string[];
  /** Paths that the site answers, without base path. */
  paths: readonly string[];
  /** Languages of code in the texts. */
  languages: readonly string[];
}

/** A post or page to render. `body` is UTF-8. */
export type Text = Pick<Entry, "file" | "bodyLine" | "lang" | "url" | "title" | "typography"> & {
  body: Uint8Array;
  /** Source of the picture that the page shows above the text. */
  cover?: string;
};

/** A rendered text with its HTML as UTF-8: half the room of a string, and outside JavaScript's heap. */
export type RenderedText = Omit<Rendered, "html"> & { html: Uint8Array };

/** `pictures` is what is known of `around.files`, without those that are broken. */
export async function createTextRenderer(
  around: TextsAround,
  pictures: PictureIndex,
): Promise<(text: Text) => RenderedText> {
  const paths = new Set(around.paths);
  const markdown = createMarkdown(
    {
      site: around.site,
      picture: (src, { file }) => pictures.picture(src, file),
      file: (href, { file }) => pictures.file(href, file),
      has: (path) => paths.has(path),
    },
    await prepareHighlighter(around.languages),
  );
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return ({ body, ...text }) => {
    const rendered = markdown.render({ ...text, body: decoder.decode(body) });
    return { ...rendered, html: encoder.encode(rendered.html) };
  };
}
