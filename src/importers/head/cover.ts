// The cover of a text, under any of the names that themes use → `image` and `imageAlt`.
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { HeadEditor } from "./editor.ts";
import type { HeadContext } from "./step.ts";
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

export function cover(head: HeadEditor, context: HeadContext): void {
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
    if (head.has("image")) head.remove("image", "image");
    return;
  }
  const address = addressOf(found.src, context);
  // A key that contains more than the picture stays: layouts may read the rest.
  if (found.path.includes(".")) head.set("image", address, "image");
  else head.rename(found.path, "image", address, "image");
}

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
