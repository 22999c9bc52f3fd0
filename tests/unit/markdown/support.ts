// What the tests of markdown/ share: a site in memory, and functions that render a text in it.
import { createMarkdown } from "../../../src/markdown/render.ts";
import type { Highlighter } from "../../../src/markdown/code.ts";
import type { MarkdownSite, MarkdownSource, Rendered } from "../../../src/markdown/types.ts";
import { show, type ShownProblem } from "../../../src/shown-problems.ts";
import type { KnownPicture } from "../../../src/images/variants.ts";
import { siteSchema } from "../../../src/site/schema.ts";
import { resolveSite } from "../../../src/site/site.ts";

export interface Setting {
  settings?: Record<string, unknown>;
  /** Options of this run that replace settings. */
  run?: { url?: string; basePath?: string };
  picture?: MarkdownSite["picture"];
  file?: (href: string) => string | undefined;
  /** Sizes of files in bytes, by their paths as links write them, without base path. */
  sizes?: Readonly<Record<string, number>>;
  /** Site paths that exist. */
  has?: readonly string[];
  source?: Partial<MarkdownSource>;
  highlighter?: Highlighter;
}

/** A drawing of 800 × 600. It has no derivatives, so its HTML is one short `<img>`. */
export function knownPicture(url: string, facts: Partial<KnownPicture["facts"]> = {}): KnownPicture {
  return {
    file: `public${url}`,
    url,
    facts: {
      hash: "0123456789abcdef",
      format: "svg",
      width: 800,
      height: 600,
      animated: false,
      bytes: 1_000_000,
      ...facts,
    },
  };
}

const foundPicture: MarkdownSite["picture"] = (src) => {
  if (/^(?:https?:)?\/\//.test(src)) return { found: false, problem: { kind: "remote" } };
  if (src.startsWith("absente")) return { found: false, problem: { kind: "missing" } };
  return { found: true, picture: knownPicture(src.startsWith("/") ? src : `/media/${src}`) };
};

/** A site in memory, in which every picture but `absente…` is a drawing. */
export function siteOf(setting: Setting = {}): MarkdownSite {
  return {
    site: resolveSite(
      siteSchema.parse({ title: "T", url: "https://blog.example.org", ...setting.settings }),
      { root: "/site", ...setting.run },
    ),
    picture: setting.picture ?? foundPicture,
    has: (path) => setting.has?.includes(path) ?? false,
    size: (path) => setting.sizes?.[path],
    ...(setting.file === undefined ? {} : { file: setting.file }),
  };
}

export const sourceOf = (body: string, given: Partial<MarkdownSource> = {}): MarkdownSource => ({
  ...{ file: "content/posts/a.md", body, bodyLine: 1, lang: "fr", url: "/a/", title: "Le billet" },
  ...given,
});

/** Made once for all texts of the same site, as in a build. */
const plain = createMarkdown(siteOf());

export function render(body: string, setting: Setting = {}): Rendered {
  const { source, ...site } = setting;
  const markdown =
    Object.keys(site).length === 0 ? plain : createMarkdown(siteOf(setting), setting.highlighter);
  return markdown.render(sourceOf(body, source));
}

export const html = (body: string, setting: Setting = {}): string => render(body, setting).html.trim();

export function problems(body: string, setting: Setting = {}): ShownProblem[] {
  return show(render(body, setting).problems, { lang: "fr" });
}

/** Each problem as `line:column code`. */
export function codes(body: string, setting: Setting = {}): string[] {
  return problems(body, setting).map(({ line, column, code }) => `${String(line)}:${String(column)} ${code}`);
}
