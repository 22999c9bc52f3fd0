// Files that are published as they are → problems in their texts: marks of an unfinished merge, and drawings that run a program.
import { Parser } from "htmlparser2";
import { unmergedIn } from "../content/merge-marks.ts";
import { readBytes, type SourceFile } from "../files.ts";
import { placeAt } from "../text.ts";
import { problem, type Problem } from "../problems.ts";

const TEXT = /\.(?:css|csv|html?|ics|json|geojson|m?js|svg|txt|vtt|srt|webmanifest|xml)$/i;

/** Larger files are not read: people do not merge or draw them by hand, and reading them all would cost time. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Checks the files of `public/`, and those beside posts and pages. A file that has vanished has no problem. */
export function checkPublishedFiles(files: readonly SourceFile[]): Problem[] {
  return files.flatMap(({ file, path, size }) => {
    const bytes = TEXT.test(file) && size <= MOST_BYTES ? readBytes(path) : undefined;
    if (bytes === undefined) return [];
    const at = (line: number): { file: string; line: number; column: number } => ({ file, line, column: 1 });
    const problems = mergesIn(bytes).map((line) => problem("merge-conflict", at(line), {}));
    const program = /\.svg$/i.test(file) ? programIn(xmlText(bytes)) : undefined;
    return program === undefined ? problems : [...problems, problem("script/drawing", at(program), {})];
  });
}

/** Lines of the first marks. All three are needed: an old letter in a `.txt` may begin a line with `>>>>>>>`. */
function mergesIn(bytes: Buffer): number[] {
  if (!bytes.includes("<<<<<<<")) return [];
  const text = bytes.toString("utf8");
  const lines = text.split("\n");
  return unmergedIn(text).flatMap(({ first, last }) =>
    lines.slice(first, last).some((line) => /^={7}\s*$/.test(line)) ? first + 1 : [],
  );
}

/**
 * An entity that stands for a tag or an address, which the parser would not see; entities of drawing programs do not. Or an XSLT
 * program, which makes another document of this one.
 */
const UNPARSED =
  /<!ENTITY\s+\S+\s+(["'])(?:(?!\1)[^])*?(?:<|&#|script:)|<\?xml-stylesheet(?![^>]*\btype\s*=\s*["']text\/css)/i;

/** The line of the first element or attribute that runs code: a browser runs it in a drawing that is opened on its own. */
function programIn(text: string): number | undefined {
  // Most drawings contain none of these words, nor character references that may encode them: they need no parsing.
  if (!/script|\bon[a-z]+\s*=|data:text|<!entity|iframe|handler|&#|<\?xml-stylesheet/i.test(text))
    return undefined;
  let found = UNPARSED.exec(text)?.index;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (runs(name, attributes)) found ??= parser.startIndex;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found === undefined ? undefined : placeAt(text, found).line;
}

function runs(name: string, attributes: Record<string, string>): boolean {
  if (["script", "handler", "iframe"].includes(name.replace(/^.*:/, "").toLowerCase())) return true;
  return Object.entries(attributes).some(
    ([key, value]) =>
      /^on/i.test(key) ||
      /^(?:javascript|data:text\/html|vbscript)/i.test(value.replace(/[\s\u0000-\u001f]/g, "")),
  );
}

/** Decodes as browsers do for XML: UTF-16 by its byte-order mark, or by the zeros around its first character; else UTF-8. */
function xmlText(bytes: Buffer): string {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff || (first !== 0 && second === 0)) return bytes.toString("utf16le");
  return first === 0xfe || first === 0 ? new TextDecoder("utf-16be").decode(bytes) : bytes.toString("utf8");
}
