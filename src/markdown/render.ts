// A post's Markdown → its HTML, and all that the site needs to know of it.
// One parser serves every text of a site; what belongs to one text lives in its `Env`, made anew for each.
import { withoutControls } from "./control-characters.ts";
import { createCore } from "./core.ts";
import { withDownloads } from "./links/downloads.ts";
import { Env } from "./env.ts";
import { withPlainMarkers } from "./plain-markers.ts";
import { withFigureNames } from "./pictures/figure-names.ts";
import type { Highlighter } from "./code/highlighter.ts";
import { RULES } from "./rules/index.ts";
import { Signs } from "./signs.ts";
import type { CoverCopy, MarkdownSite, MarkdownSource, Rendered } from "./types.ts";

export interface Markdown {
  render(source: MarkdownSource): Rendered;
}

/** A renderer for the texts of a site. `highlighter`, from `prepareHighlighter`, colours code; without it, code is plain. */
export function createMarkdown(site: MarkdownSite, highlighter?: Highlighter): Markdown {
  const md = createCore();
  for (const rule of RULES) rule.install(md);
  return {
    render(written) {
      const env = envFor(written, site, highlighter);
      const rendered = withDownloads(md.render(env.source.body, env), env);
      // A text without pictures has no figure to name, and its HTML is not searched.
      const html = env.pictures > 0 ? withFigureNames(rendered) : rendered;
      return {
        html,
        headings: env.headings,
        references: env.found.sort((a, b) => a.line - b.line || a.column - b.column),
        ids: env.ids.all(),
        words: env.wordCount,
        pictures: [...env.named],
        shown: env.pictures > 0 ? shownPictures(html) : [],
        ...(env.cover !== undefined && { cover: credited(env.cover, html) }),
        frameHosts: [...env.frameHosts].sort(),
        problems: env.problems,
      };
    },
  };
}

/** Nearly every text is read as it was written. */
function envFor(written: MarkdownSource, site: MarkdownSite, highlighter: Highlighter | undefined): Env {
  const signs = new Signs(written.body);
  if (!signs.suspect && !signs.fixedSpace) return new Env(site, written, signs, highlighter);
  const { source, problems } = withoutControls(written);
  const body = withPlainMarkers(source.body);
  const env = new Env(site, { ...source, body }, new Signs(body), highlighter);
  env.problems.push(...problems);
  return env;
}

/** Addresses in HTML hold `&` as an entity. */
function shownPictures(html: string): string[] {
  return [...html.matchAll(/<img [^>]*?\bsrc="(\/(?!\/)[^"]*)"/g)].map(([, src = ""]) =>
    src.replaceAll("&amp;", "&"),
  );
}

/** Adds whether the caption of the cover in the text has a credit: it is between the first picture and the next. */
function credited(cover: CoverCopy, html: string): CoverCopy {
  const first = html.indexOf("<img");
  const next = html.indexOf("<img", first + 1);
  const after = html.slice(first, next < 0 ? undefined : next);
  return cover.kept && after.includes('class="credit"') ? { ...cover, credited: true } : cover;
}
