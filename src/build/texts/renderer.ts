// One text at a time → what the site stores of it, made from values that can be passed to another thread.
// The main thread and its workers make the same renderer from the same values, so a text gives the same bytes anywhere.
import type { Entry } from "../../content/types.ts";
import { prepareHighlighter } from "../../markdown/code/highlighter.ts";
import { createMarkdown } from "../../markdown/render.ts";
import type { Rendered } from "../../markdown/types.ts";
import type { Site } from "../../site/site.ts";
import type { SourceFile } from "../../source-file.ts";
import { digestOf, textOf } from "../machine/digest.ts";
import { recording, type Asked, type Lookups } from "./lookups.ts";

/** All that rendering needs to know of the site; plain values, which structured cloning copies. */
export interface TextsAround {
  site: Site;
  files: readonly SourceFile[];
  /** Sources of pictures that cannot be decoded. */
  broken: readonly string[];
  /** Paths that the site answers, without base path. */
  paths: readonly string[];
  /** Addresses of texts, by `textKey` of their files. */
  texts: ReadonlyMap<string, string>;
  /** Languages of the code in all texts of the site: code in one language may contain another. */
  languages: readonly string[];
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
  /** Its lookups in the site around it. */
  asked: readonly Asked[];
};

export async function createTextRenderer(
  { site, languages }: Pick<TextsAround, "site" | "languages">,
  asked: Lookups,
): Promise<(text: Text) => RenderedText> {
  const lookups = recording(asked);
  const markdown = createMarkdown({ site, ...lookups }, await prepareHighlighter(languages));
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return ({ body, ...text }) => {
    const rendered = markdown.render({ ...text, body: decoder.decode(body) });
    const html = encoder.encode(rendered.html);
    // The problems and links of a text are reported again at each build, and shown on no page.
    const facts = { ...rendered, html: digestOf(html), problems: [], references: [] };
    return { ...rendered, html, asked: lookups.take(), digest: digestOf(textOf(facts)) };
  };
}
