// SVG files of a site that contain a script → a warning for each: as pictures they run nothing, opened on their own they do.
// The site's headers sandbox them, but not every host reads those headers.
import { Parser } from "htmlparser2";
import { problem, type Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import { lineAt } from "../lines.ts";
import { readBytes } from "../files.ts";

/** Larger drawings are not read: nobody draws them by hand, and reading them all would cost time. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Checks the SVG files of `content/` and `public/`. */
export function checkSvgScripts(files: readonly SourceFile[]): Problem[] {
  return files.flatMap((source) => {
    if (!/\.svg$/i.test(source.file) || source.size > MOST_BYTES) return [];
    const found = findScript(source.path);
    if (found === undefined) return [];
    return [problem("svg-script", { file: source.file, line: found.line, column: 1 }, { found: found.name })];
  });
}

/** An entity that stands for a tag or an address, which the parser would not see; entities of drawing programs do not. */
const ENTITY = /<!ENTITY\s+\S+\s+(["'])(?:(?!\1)[^])*?(?:<|&#|script:)/i;

/** The first element or attribute that runs code, and its line; undefined also if the file has vanished. */
function findScript(path: string): { name: string; line: number } | undefined {
  const bytes = readBytes(path);
  if (bytes === undefined) return undefined;
  const text = decoded(bytes);
  // Most drawings contain none of these words, nor character references that may encode them: they need no parsing.
  if (!/script|\bon[a-z]+\s*=|data:text|<!entity|iframe|handler|&#|<\?xml-stylesheet/i.test(text))
    return undefined;
  let found = unparsed(text);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const running = runs(name, attributes);
        if (running !== undefined) found ??= { name: running, at: parser.startIndex };
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found && { name: found.name, line: lineAt(text, found.at) };
}

/** What no tag shows: an entity, or an XSLT program, which makes another document of this one. */
function unparsed(text: string): { name: string; at: number } | undefined {
  const entity = ENTITY.exec(text);
  if (entity !== null) return { name: "<!ENTITY>", at: entity.index };
  const style = /<\?xml-stylesheet(?![^>]*\btype\s*=\s*["']text\/css)/i.exec(text);
  return style === null ? undefined : { name: "<?xml-stylesheet>", at: style.index };
}

/**
 * Decodes as browsers do for XML: UTF-16 by its byte-order mark, or by the zeros around its first character; otherwise UTF-8.
 */
function decoded(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString("latin1");
  if (start === "\xff\xfe" || start === "<\0") return bytes.toString("utf16le");
  if (start === "\xfe\xff" || start === "\0<")
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString("utf16le");
  return bytes.toString("utf8");
}

function runs(name: string, attributes: Record<string, string>): string | undefined {
  const local = name.replace(/^.*:/, "").toLowerCase();
  if (["script", "handler", "iframe"].includes(local)) return `<${name}>`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (/^on/i.test(attribute)) return attribute;
    const address = value.replace(/[\s\u0000-\u001f]/g, "");
    if (/^(?:javascript|data:text\/html|vbscript)/i.test(address)) return attribute;
  }
  return undefined;
}
