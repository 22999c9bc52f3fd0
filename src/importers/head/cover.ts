// The cover of a text, under any of the names that themes use → `image`, `imageAlt` and `imageCredit`.
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { HeadEditor } from "./editor.ts";
import type { HeadContext } from "./step.ts";
import { nameIn } from "../../paths.ts";
import { withoutEntities } from "./plain-words.ts";
import { at, text, texts } from "../values.ts";

/** Paths of keys, in order of preference. */
const PICTURES = [
  "image.path",
  "image.src",
  "image.url",
  "image.feature",
  "cover.image",
  "cover.src",
  "cover.url",
  "cover",
  "header.overlay_image",
  "header.image",
  "header.teaser",
  "featured_image",
  "featuredImage",
  "feature_image",
  "thumbnail",
  "images",
  "cover-img",
  "thumbnail-img",
  "share-img",
  "og_image",
  "banner",
  "hero",
];
const PICTURE_TEXTS = [
  "image.alt",
  "cover.alt",
  "header.image_description",
  "image_alt",
  "imageAlt",
  "featured_image_alt",
  "thumbnail_alt",
  "header.image_alt",
  "image-alt",
];

const PICTURE_CREDITS = ["image.caption", "image.credit", "cover.caption", "header.caption"];
/** What HugoBlox, Blowfish and Congo show of a bundle without being told. */
const USUAL_FILE = /^(?:featured?|cover)\.(?:png|jpe?g|webp|avif)$/i;

export function cover(head: HeadEditor, context: HeadContext): void {
  const credit = PICTURE_CREDITS.flatMap((one) => text(at(head.data, one)) ?? [])[0];
  words(head, context);
  if (credit !== undefined && head.has("image") && !head.has("imageCredit"))
    head.set("imageCredit", plain(credit), "image");
}

/** Markdown and HTML as the words that they show. */
function plain(caption: string): string {
  const shown = caption.replace(/\[([^\]]*)\]\([^)]*\)|<[^<>]+>/g, "$1");
  return withoutEntities(shown.replace(/(\*\*?|__?)(\S(?:[^*_]*\S)?)\1/g, "$2")).trim();
}

function words(head: HeadEditor, context: HeadContext): void {
  const path = PICTURE_TEXTS.find((one) => (text(at(head.data, one)) ?? "") !== "");
  const alt = path === undefined ? undefined : text(at(head.data, path));
  picture(head, context);
  if (path === undefined || alt === undefined || !head.has("image") || head.has("imageAlt")) return;
  // A key that contains more than this text stays.
  if (path.includes(".")) head.set("imageAlt", alt, "image");
  else head.rename(path, "imageAlt", alt, "image");
}

function picture(head: HeadEditor, context: HeadContext): void {
  const own = head.data["image"];
  if (typeof own === "string") {
    const address = addressOf(own, context);
    if (address !== own && !own.startsWith("./")) head.set("image", address, "image");
    return;
  }
  const found = pictureOf(head.data);
  if (found === undefined) {
    const file = usualFile(context);
    if (file !== undefined) head.set("image", file, "image");
    else if (head.has("image")) head.remove("image", "image");
    return;
  }
  const address = addressOf(found.src, context);
  // A key that contains more than the picture stays: layouts may read the rest.
  if (found.path.includes(".")) head.set("image", address, "image");
  else head.rename(found.path, "image", address, "image");
}

/** A file beside the text whose name makes it the cover, unless the text shows it itself. */
function usualFile({ entry: { beside, target, text: own } }: HeadContext): string | undefined {
  const folder = target.replace(/[^/]+$/, "");
  const file = beside.find(
    (one) => one.target === folder + nameIn(one.target) && USUAL_FILE.test(nameIn(one.target)),
  );
  const name = file === undefined ? undefined : nameIn(file.target);
  return name === undefined || own.body.includes(name) ? undefined : name;
}

/** Whether front matter names a picture for its text, under any name. */
export const namesPicture = (data: YamlMap): boolean =>
  typeof data["image"] === "string" || pictureOf(data) !== undefined;

function pictureOf(data: YamlMap): { path: string; src: string } | undefined {
  for (const path of PICTURES) {
    const value = at(data, path);
    const src = Array.isArray(value) ? texts(value)[0] : typeof value === "string" ? text(value) : undefined;
    if (src !== undefined) return { path, src };
  }
  return undefined;
}

/** `img/a.png` becomes `/img/a.png` if the old site served it there, and no file beside the text has this name. */
function addressOf(src: string, { entry, rules }: HeadContext): string {
  const plain = src.replace(/^\.\//, "");
  const isOwn = entry.beside.some(({ source }) => source.endsWith(`/${plain}`));
  return !isOwn && rules.isServed(`/${plain}`) ? `/${plain}` : plain;
}
