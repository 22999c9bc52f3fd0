// Posts and pages whose name is that of a copy of another, beside it → a warning for each: a system, a mail or a folder that
// several people share has left them there, and a text is published twice.
import { fold } from "../content/text.ts";
import type { Content } from "../content/types.ts";
import { problem, type Problem } from "../problems.ts";

/** Names that copies are given, with that of the original: “a - Copie (2)”, “Copy of a”, “a (copie en conflit de Jo)”… */
const COPIES: readonly RegExp[] = [
  /^(.+?)(?: ?[-–] ?|[ _])(?:copie|copy)(?: ?\(?\d+\)?)?$/i,
  /^(?:copie|copy)(?: ?\(?\d+\)?)? (?:de|of) (.+)$/i,
  /^(.+?) ?[([][^()[\]]*confli[ct][^()[\]]*[)\]]$/i,
  /^(.+?)\.sync-conflict-[\w-]+$/i,
  /^(.+?)_(?:BASE|LOCAL|REMOTE|BACKUP)_\d+$/,
];
/** What is in any of those names: few others are read so closely. */
const LIKE_A_COPY = /cop[iy]|confli[ct]|_\d|\)$/i;
/** Another part of a story may be named so, but it has another title. */
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
    /** Those that an error keeps out have none that is known. */
    const isTitled = (original: string): boolean =>
      title === undefined || (titles.get(`${folder}${original}${rest}`) ?? title) === title;
    const [, numbered = ""] = NUMBERED.exec(name) ?? [];
    const names = [...COPIES.map((copy) => copy.exec(name)?.[1] ?? ""), isTitled(numbered) ? numbered : ""];
    const original = names.find((one) => one !== "" && titles.has(`${folder}${one}${rest}`));
    if (original === undefined) return [];
    const place = { file, line: 1, column: 1 };
    return problem("stray-file/copy", place, { original: `${original}${rest}` });
  });
}

/** Folder, name, and what follows it: an ending, or the file of a folder of its own. */
const PARTS = /^(.*?\/)([^/]+?)(\/_?index\.(?:md|markdown)|\.(?:md|markdown))$/i;
