// Pictures, videos, code and figures → Carnet's Markdown for them.
// Text from a template's arguments is escaped here, so that it stays text wherever it is inserted.
import { escapeHtml } from "../../html.ts";
import { widthAttribute } from "../wanted-size.ts";

export interface Picture {
  src: string;
  alt: string;
  caption?: string | undefined;
  link?: string | undefined;
  /** As its author wrote it. */
  width?: string | undefined;
}

/** A picture in Markdown, or in HTML inside raw HTML, where Markdown is not parsed. */
export function pictureText({ src, alt, caption, link, width }: Picture, inHtml: boolean): string {
  if (inHtml) {
    const size = width === undefined ? "" : ` width="${escapeHtml(width)}"`;
    const img = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${size}>`;
    const linked = link === undefined ? img : `<a href="${escapeHtml(link)}">${img}</a>`;
    return caption === undefined
      ? linked
      : `<figure>${linked}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
  }
  const image = `![${bracketed(alt)}](${destination(src)})${widthAttribute(width)}`;
  const linked = link === undefined ? image : `[${image}](${destination(link)})`;
  if (caption === undefined) return linked;
  // Markdown in a caption stays Markdown, except for the sign that marks the caption.
  return `${linked}\n*${caption
    .replace(/\s*\n\s*/g, " ")
    .replace(/(?<!\\)\*/g, "")
    .trim()}*`;
}

export function videoText(url: string, title: string | undefined): string {
  return `::video${title === undefined || title === "" ? "" : `[${bracketed(title)}]`}{url=${/[\s}"]/.test(url) ? `"${url.replaceAll('"', "%22")}"` : url}}`;
}

const FILM = /\.(?:mp4|m4v|mov|webm|ogv)(?:[?#]|$)/i;
const SOUND = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac)(?:[?#]|$)/i;

/** The player of a file of film or sound; undefined for any other address. */
export function mediaText(src: string): string | undefined {
  const name = FILM.test(src) ? "video" : SOUND.test(src) ? "audio" : undefined;
  return name && `<${name} controls src="${escapeHtml(src)}"></${name}>`;
}

/** A fence longer than any in the code, so that no line of it closes the fence. */
export function codeText(code: string, lang: string): string {
  const longest = Math.max(2, ...(code.match(/^[ \t]*`{3,}/gm) ?? []).map((run) => run.trim().length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${lang}\n${code.replace(/^[ \t]*\r?\n|\s+$/g, "").replace(/\r\n/g, "\n")}\n${fence}`;
}

/** The page of a video, by provider and id; the id itself if it is an address. */
export function videoAddress(provider: string, id: string): string | undefined {
  if (/^(https?:)?\/\//.test(id)) return id;
  if (!/^[\w-]{3,40}$/.test(id)) return undefined;
  switch (provider) {
    case "youtube":
      return `https://www.youtube.com/watch?v=${id}`;
    case "vimeo":
      return `https://vimeo.com/${id}`;
    case "dailymotion":
      return `https://www.dailymotion.com/video/${id}`;
    default:
      return undefined;
  }
}

/** The provider named by a tag or an include: `youtubePlayer.html`, `vimeo`. */
export function providerOf(name: string): string | undefined {
  return /youtube|vimeo|dailymotion/.exec(name.toLowerCase())?.[0];
}

export function linkText(text: string, href: string): string {
  return `[${bracketed(text)}](${destination(href)})`;
}

function bracketed(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/(?<!\\)[[\]]/g, "\\$&")
    .trim();
}

/** An address in Markdown syntax: between angle brackets if it contains whitespace or a parenthesis. */
function destination(src: string): string {
  return /[\s()]/.test(src) ? `<${src.replace(/[<>\n]/g, (c) => encodeURIComponent(c))}>` : src;
}
