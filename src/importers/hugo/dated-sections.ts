// Sections of which no text became a post, although nearly all have a date → the setting that would make posts of them.
// Only the owner knows: Hugo gives a date to every new text, whatever it is.
import { addTo } from "../../group.ts";
import type { SourceEntry } from "../model.ts";
import { text } from "../values.ts";
import type { HugoReading } from "./entries.ts";

/** One text with a date says little of a section. */
const LEAST = 2;
/** The part of its texts that have none: a date is forgotten once in a while. */
const FORGOTTEN = 0.1;

export function nameDatedSections({ config, site, folders }: HugoReading): void {
  const sections = new Map<string, SourceEntry[]>();
  for (const entry of site.entries) {
    const section = folders.get(entry)?.[0];
    if (entry.kind === "page" && section !== undefined) addTo(sections, section, entry);
  }
  for (const [section, texts] of sections) {
    const others = texts.filter((one) => !isLikePost(one)).length;
    if (texts.length < LEAST || others > texts.length * FORGOTTEN) continue;
    const named = [...config.sections, section].map((one) => JSON.stringify(one)).join(", ");
    site.manual.push({
      kind: "dated-section",
      file: `${config.content}/${section}`,
      line: 0,
      found: `mainSections = [${named}]`,
    });
  }
}

const isLikePost = ({ day, inherited, text: { data } }: SourceEntry): boolean =>
  day !== undefined && text({ ...inherited, ...data }["type"]) !== "page";
