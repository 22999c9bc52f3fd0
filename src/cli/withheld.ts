// The texts that are not published at each save → one line on those that were not withheld before.
// Without it, someone who saves a post and does not see it would look for a mistake where there is none.
import { longMoment } from "../content/dates.ts";
import type { Content } from "../content/types.ts";
import { withheldWords } from "../strings/withheld.ts";
import type { UiLang } from "../ui-lang.ts";

export type TellWithheld = (content: Pick<Content, "withheld" | "site">, lang: UiLang) => string;

/** Maximum number of names on a line. */
const SHOWN = 3;

/** The returned function remembers what was printed; it returns a line with its end, or an empty string. */
export function createWithheld(): TellWithheld {
  let told: ReadonlySet<string> = new Set();
  return ({ withheld, site }, lang) => {
    const before = told;
    const all = withheld.map((entry) => {
      const { file, unpublished: why = "draft" } = entry;
      const due = why === "future" && entry.kind === "post" ? entry.date : undefined;
      return { file, why, due, key: [file, why, due?.toISOString()].join("\0") };
    });
    told = new Set(all.map(({ key }) => key));
    const fresh = all.filter(({ key }) => !before.has(key));
    const [first] = fresh;
    if (first === undefined) return "";
    const words = withheldWords(lang);
    if (fresh.length === 1) {
      const moment = first.due && longMoment(first.due, site.timeZone, lang);
      return `${words.one(first.file, first.why, moment)}\n`;
    }
    const options = [...new Set(fresh.map(({ why }) => (why === "future" ? "--future" : "--drafts")))].sort();
    const names = fresh.slice(0, SHOWN).map(({ file }) => file);
    return `${words.several(fresh.length, names, options)}\n`;
  };
}
