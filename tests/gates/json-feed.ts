// Checks a JSON Feed against version 1.1 (https://www.jsonfeed.org/version/1.1/), with a strict schema.
// The only other keys allowed are extensions, whose names begin with `_`.
import * as z from "zod";
import type { ReadEntry } from "./atom.ts";
import { instant, isAbsolute, sameAddress, type BuiltSite } from "./built-site.ts";

const address = z.string().refine(isAbsolute, "is not absolute");
const moment = z.string().refine((text) => !Number.isNaN(instant(text)), "is no instant with a zone");
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const words = z.string().min(1);

const author = extensible({ name: words, url: address.optional(), avatar: address.optional() });
const item = extensible({
  id: words,
  url: address,
  external_url: address.optional(),
  title: words.optional(),
  content_html: z.string(),
  content_text: z.string().optional(),
  summary: words.optional(),
  image: address.optional(),
  banner_image: address.optional(),
  date_published: moment,
  date_modified: moment,
  authors: z.array(author).min(1).optional(),
  tags: z.array(words).optional(),
  language: language.optional(),
});
const feedSchema = extensible({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: words,
  home_page_url: address,
  feed_url: address,
  description: words.optional(),
  user_comment: z.string().optional(),
  next_url: address.optional(),
  icon: address.optional(),
  favicon: address.optional(),
  authors: z.array(author).min(1).optional(),
  language: language.optional(),
  expired: z.boolean().optional(),
  items: z.array(item),
});

export function jsonFaults(text: string, file: string, site: BuiltSite): string[] {
  const { data, error } = feedSchema.safeParse(parsed(text));
  if (data === undefined) return error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  return sameAddress(data.feed_url, site.addressOf(file)) ? [] : ["feed_url is not this feed"];
}

export function jsonEntries(text: string): ReadEntry[] {
  const { data } = feedSchema.safeParse(parsed(text));
  return (data?.items ?? []).map((one) => ({
    id: one.id,
    url: one.url,
    title: one.title ?? "",
    html: one.content_html,
    published: one.date_published,
    updated: one.date_modified,
    authors: (one.authors ?? []).map(({ name }) => name),
    tags: one.tags ?? [],
  }));
}

/** An object with these keys, and extensions, whose names begin with `_`. */
function extensible<T extends z.ZodRawShape>(shape: T): z.ZodObject<T, z.core.$loose> {
  const known = new Set(Object.keys(shape));
  return z.looseObject(shape).check((context) => {
    for (const key of Object.keys(context.value))
      if (!known.has(key) && !key.startsWith("_"))
        context.issues.push({ code: "custom", input: context.value, path: [key], message: "is unknown" });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
