// A picture as an author wrote it → its HTML: the picture itself, or its alternative text where it cannot be shown.
// Nothing is ever loaded from another host, and a reader never meets a broken picture.
import { escapeHtml } from "../html.ts";
import type { Place } from "../problems.ts";
import { ownAddress, withBase } from "../site.ts";
import type { Env } from "./env.ts";

export interface Picture {
  src: string;
  /** Undefined where the author gave none; empty where the picture is said to be decorative. */
  alt: string | undefined;
  /** Other attributes, already allowed. */
  attributes: readonly (readonly [name: string, value: string])[];
  place: Place;
  /** True where the picture stands inside a link, which may hold no other link. */
  inLink: boolean;
}

export function pictureHtml(picture: Picture, env: Env): string {
  const { src, place } = picture;
  const alt = picture.alt ?? "";
  checkAlt(picture, env);
  env.reference("image", src, alt, place);
  if (/^(?!https?:)[a-z][a-z0-9+.-]+:/i.test(src)) {
    env.report("dropped-html/url", place, { url: src });
    return missing(alt, picture);
  }
  const finding = env.around.picture(ownPath(src, env), env.source);
  if (finding.problem !== undefined) report(finding.problem, src, place, env);
  if (finding.problem?.kind === "remote") return remote(picture, alt, env);
  if (!finding.found) return missing(alt, picture);
  const size: [string, string][] =
    finding.width === undefined || finding.height === undefined
      ? []
      : [
          ["width", String(finding.width)],
          ["height", String(finding.height)],
        ];
  const later: [string, string][] = env.pictures++ === 0 ? [] : [["loading", "lazy"]];
  const all = [
    ["src", withBase(env.around.site, finding.url)],
    ["alt", alt],
    ...picture.attributes,
    ...size,
    ...later,
    ["decoding", "async"],
  ] as const;
  return `<img${all.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("")}>`;
}

function missing(alt: string, { src, inLink }: Picture): string {
  const text = alt === "" && inLink ? fileName(src) : alt;
  return text === "" ? "" : `<span class="missing-image">${escapeHtml(text)}</span>`;
}

/** An address on this very site is a path of it, under its base path. */
function ownPath(src: string, env: Env): string {
  const own = ownAddress(env.around.site.homes, src);
  const [path] = own?.inside ?? [];
  return own === undefined || path === undefined ? src : path + own.end;
}

function report(
  found: NonNullable<ReturnType<Env["around"]["picture"]>["problem"]>,
  src: string,
  place: Place,
  env: Env,
): void {
  if (found.kind === "missing") env.report("missing-image", place, { src, suggestion: found.suggestion });
  else if (found.kind === "case") env.report("image-case", place, { src, actual: found.actual });
  else if (found.kind === "broken") env.report("broken-image", place, { src });
  else env.report("third-party-image", place, { src });
}

function checkAlt({ src, alt, place }: Picture, env: Env): void {
  if (alt === undefined) env.report("missing-alt/none", place, { src });
  else if (alt !== "" && bare(alt) === bare(fileName(src)))
    env.report("missing-alt/file-name", place, { src, alt });
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.[a-z0-9]{2,4}$/, "")
    .replace(/[\s_-]+/g, "");

function remote(picture: Picture, alt: string, env: Env): string {
  const text = escapeHtml(alt === "" ? env.words.remotePicture(fileName(picture.src)) : alt);
  if (picture.inLink) return `<span class="remote-image">${text}</span>`;
  const address = picture.src.startsWith("//") ? `https:${picture.src}` : picture.src;
  if (!/^https?:/i.test(address)) return `<span class="remote-image">${text}</span>`;
  return `<a class="remote-image" href="${escapeHtml(address)}" rel="noopener">${text}</a>`;
}

/** What a picture's HTML says in words beside its alternative text: the text that stands in its place. */
export function shownText(html: string): string {
  return html.startsWith("<img") ? "" : html.replace(/<[^>]*>/g, "");
}

/** Name of the file at an address, as a person would read it. */
export function fileName(src: string): string {
  const path = src.replace(/[?#].*$/s, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
