// An allowed opening tag → its HTML, and the tags that it closes; records the element as open.
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import { shownText } from "../pictures/pictures.ts";
import { UNNAMED_REGION } from "../table-region.ts";
import { allowedAttributes, printAttributes, valueOf } from "./attributes.ts";
import type { Cleaner, OpenTag } from "./cleaner.ts";
import { mediaElement, pictureElement } from "./embedded.ts";
import { headerScope } from "./header-scope.ts";
import type { RawHeading } from "./headings.ts";
import type { Attribute } from "./lexer.ts";
import { linkElement } from "./links.ts";
import type { OpenElement } from "./open-elements.ts";
import { BLOCK, BOUNDARIES, CLOSED_BY_BLOCK, CLOSES, VOID } from "./policy.ts";

export interface Around {
  place: () => Place;
  env: Env;
  cleaner: Cleaner;
}

/** Elements that hide what is in them, or give it another look. */
const ENCLOSES = new Set(["aside", "blockquote", "details", "figure"]);

/** `name` is the name under which the element is rendered; `beside`, the cell after a header cell in its row. */
export function elementHtml(name: string, tag: OpenTag, around: Around, beside?: string): string {
  const { place, env, cleaner } = around;
  const { open } = cleaner;
  const implied =
    open.closeImplied(CLOSES.get(name), BOUNDARIES.get(name)) +
    (BLOCK.has(name) ? open.closeImplied(CLOSED_BY_BLOCK) : "");
  const attributes = allowedAttributes(name, tag, place, env);
  if (name === "img") return implied + picture(tag, attributes, around);
  if (name === "a") return linkElement(tag, attributes, place, open, env);
  if (name === "video" || name === "audio" || name === "source" || name === "track")
    return implied + mediaElement(name, attributes, place, open, env);
  if (name === "table") {
    open.push({ name, close: "</table></section>", onClose: (table) => checkHeaders(table, around) });
    return `${implied}${UNNAMED_REGION}<table${printAttributes(attributes)}>`;
  }
  if (name === "tr" || name === "th" || name === "td") {
    const scope = headerScope(name, open, beside);
    if (scope !== undefined && valueOf(attributes, "scope") === undefined)
      attributes.push({ name: "scope", value: scope });
  }
  if (name === "figcaption" && open.inside("figure") === undefined) {
    env.report("dropped-html/caption", place(), {});
    open.push({ name, close: "</div>" });
    return `${implied}<div${printAttributes(attributes)}>`;
  }
  if (ENCLOSES.has(name)) open.push({ name, close: `</${name}>`, at: place });
  else if (!VOID.has(name)) open.push({ name, close: `</${name}>` });
  return `${implied}<${name}${printAttributes(attributes)}>`;
}

function checkHeaders({ cells, headed }: OpenElement, { place, env }: Around): string {
  if (cells !== undefined && headed !== true) env.report("missing-headers/raw", place(), {});
  return "";
}

/** The tag of a heading, as the outline decided it. */
export function headingHtml(
  { level, id }: RawHeading,
  tag: OpenTag,
  { place, env, cleaner }: Around,
): string {
  const others = tag.attributes.filter(({ name }) => name !== "id" && name !== "name");
  const kept = allowedAttributes("h2", { ...tag, attributes: others }, place, env);
  const name = `h${String(level)}`;
  const implied = cleaner.open.closeImplied(CLOSED_BY_BLOCK);
  cleaner.open.push({ name, close: `</${name}>` });
  return `${implied}<${name}${printAttributes([{ name: "id", value: id }, ...kept])}>`;
}

function picture(tag: OpenTag, attributes: Attribute[], { place, env, cleaner }: Around): string {
  const link = cleaner.open.inside("a");
  const html = pictureElement(tag, attributes, place(), link !== undefined, env);
  const alt = valueOf(tag.attributes, "alt")?.trim() ?? "";
  cleaner.note(alt === "" ? shownText(html) : alt);
  if (link !== undefined) link.picture = true;
  return html;
}
