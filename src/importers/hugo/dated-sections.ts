// Sections of which no text became a post, although each has a date → the setting that would make posts of them.
// Only the owner knows: Hugo gives a date to every new text, whatever it is.
import { addTo } from "../../group.ts";
import type { SourceEntry } from "../model.ts";
import { text } from "../values.ts";
import type { HugoReading } from "./entries.ts";

/** One text with a date says little of a section. */
const LEAST = 2;

export function nameDatedSections({ config, site, folders }: HugoReading): void {
  const sections = new Map<string, SourceEntry[]>();
  for (const entry of site.entries) {
    const section = folders.get(entry)?.[0];
    if (entry.kind === "page" && section !== undefined) addTo(sections, section, entry);
  }
  for (const [section, texts] of sections) {
    if (texts.length < LEAST || !texts.every(isLikePost)) continue;
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
