// Posts and pages named like a copy of another one beside them → a warning for each: a system, a mail program or a shared
// folder left the copy there, and the text is published twice.
import { fold } from "../content/text.ts";
import type { Content } from "../content/types.ts";
import { problem, topOf, type Problem } from "../problems.ts";

/** Names of copies, with that of the original: “a - Copie (2)”, “Copy of a”, “a (copie en conflit de Jo)”… */
const COPIES: readonly RegExp[] = [
  /^(.+?)(?: ?[-–] ?|[ _])(?:copie|copy)(?: ?\(?\d+\)?)?$/i,
  /^(?:copie|copy)(?: ?\(?\d+\)?)? (?:de|of) (.+)$/i,
  /^(.+?) ?[([][^()[\]]*confli[ct][^()[\]]*[)\]]$/i,
  /^(.+?)\.sync-conflict-[\w-]+$/i,
  /^(.+?)_(?:BASE|LOCAL|REMOTE|BACKUP)_\d+$/,
];
/** What all those names contain: few other names need the full test. */
const LIKE_A_COPY = /cop[iy]|confli[ct]|_\d|\)$/i;
/** Another part of a series may be named like this, but has another title. */
const NUMBERED = /^(.+?) ?\(\d+\)$/;

export function checkStrayCopies({
  posts,
  pages,
  withheld,
  refused = [],
  unreadDrafts = [],
}: Content): Problem[] {
  const titles = new Map<string, string | undefined>();
  for (const { file } of [...refused, ...unreadDrafts]) titles.set(file, undefined);
  for (const { file, title } of [...posts, ...pages, ...withheld]) titles.set(file, fold(title));
  return [...titles].flatMap(([file, title]) => {
    const [, folder = "", name = "", rest = ""] = PARTS.exec(file) ?? [];
    if (!LIKE_A_COPY.test(name)) return [];
    /** The title of a text that an error keeps out is unknown. */
    const isTitled = (original: string): boolean =>
      title === undefined || (titles.get(`${folder}${original}${rest}`) ?? title) === title;
    const [, numbered = ""] = NUMBERED.exec(name) ?? [];
    const names = [...COPIES.map((copy) => copy.exec(name)?.[1] ?? ""), isTitled(numbered) ? numbered : ""];
    const original = names.find((one) => one !== "" && titles.has(`${folder}${one}${rest}`));
    if (original === undefined) return [];
    const place = topOf(file);
    return problem("stray-file/copy", place, { original: `${original}${rest}` });
  });
}

/** Folder, name, and what follows: an extension, or the file of a folder of its own. */
const PARTS = /^(.*?\/)([^/]+?)(\/_?index\.(?:md|markdown)|\.(?:md|markdown))$/i;
