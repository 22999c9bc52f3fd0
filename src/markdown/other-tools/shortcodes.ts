// WordPress shortcodes in a text → where they are, and what each showed on the page.
// Only known names, and only with an argument or an end: brackets around a word are ordinary (`[vidéo]`, `[audio]`).
// https://codex.wordpress.org/Shortcode
import type { ShortcodeKind, ShortcodeParams } from "../../strings/problems-foreign.ts";

export interface Shortcode extends ShortcodeParams {
  at: number;
}

const KINDS: Readonly<Record<string, ShortcodeKind>> = {
  caption: "picture",
  wp_caption: "picture",
  gallery: "picture",
  embed: "player",
  youtube: "player",
  vimeo: "player",
  dailymotion: "player",
  video: "video",
  audio: "audio",
  playlist: "audio",
  sourcecode: "code",
  soundcloud: "link",
  slideshare: "link",
  twitter: "link",
  tweet: "link",
  instagram: "link",
  googlemaps: "link",
  "contact-form": "link",
  "contact-form-7": "link",
};
const NAMES = Object.keys(KINDS).join("|");
const BEGINS = new RegExp(String.raw`(?:${NAMES})[\s\]=:]`, "y");
const SHORTCODE = new RegExp(
  [
    String.raw`\[(${NAMES})\s+[\w-]{1,30}=[^\]\n]{0,500}\]`,
    String.raw`\[(${NAMES})\][^\n]{0,500}?\[/\2\]`,
    String.raw`\[(${NAMES})[ =:]["']?(?:https?://|\d{5,20}["']?\])[^\]\n]{0,500}\]?`,
    String.raw`^[ \t]*\[(gallery)\][ \t]*$`,
  ].join("|"),
  "gm",
);

/** Exports of WordPress escape both brackets; a person who means to show one escapes the first. */
export function withoutEscapes(content: string): string {
  return content.includes("\\]") ? content.replaceAll("\\[", " [").replaceAll("\\]", "] ") : content;
}

/** Tests what follows each bracket: takes a twentieth of the time of one expression over the whole text. */
export function mayHoldShortcode(text: string): boolean {
  for (let at = text.indexOf("["); at >= 0; at = text.indexOf("[", at + 1)) {
    BEGINS.lastIndex = at + 1;
    if (BEGINS.test(text)) return true;
  }
  return false;
}

export function* shortcodesOf(text: string): Generator<Shortcode> {
  for (const match of text.matchAll(SHORTCODE)) {
    const [whole, ...names] = match;
    // The text of a link.
    if (text[match.index + whole.length] === "(") continue;
    const name = names.find((one: string | undefined) => one !== undefined) ?? "";
    const found = whole.trim();
    yield {
      at: match.index + whole.indexOf("["),
      found,
      kind: KINDS[name] ?? "link",
      address: addressOf(name, found),
    };
  }
}

function addressOf(name: string, found: string): string {
  const number = name === "vimeo" ? /\b\d{5,20}\b/.exec(found)?.[0] : undefined;
  if (number !== undefined && !found.includes("http")) return `https://vimeo.com/${number}`;
  const written =
    /https?:\/\/[^\s[\]"'<>]{1,500}/.exec(found)?.[0] ??
    /\b(?:src|mp3|mp4|m4v|m4a|ogg|ogv|wav|webm)=["']?([^\s[\]"'<>]{1,300})/.exec(found)?.[1];
  // `[youtube=ADDRESS&w=640]`: sizes are arguments of the shortcode.
  return (written ?? "").replace(/&(?:amp;)?[wh]=\d.*$/, "");
}
