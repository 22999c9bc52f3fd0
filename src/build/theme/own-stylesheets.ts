// A site's own stylesheets → their faults, and those that no page uses: browsers ignore both without a message.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { placeFinder } from "../../lines.ts";
import { readUtf8 } from "../../content/read.ts";
import { problem, topOf, type Problem } from "../../problems.ts";
import { closingOf, cssForm } from "./css-form.ts";
import { layoutsIn, ownLayouts } from "./layout-texts.ts";
import { stylesheetFiles } from "./stylesheet.ts";

/** Where stylesheets are, from the site root. */
const CSS = "layouts/assets/css/";
const WHOLE = "layouts/assets/carnet.css";

/** Sources from which a program makes stylesheets. */
const UNMADE = /\.(?:s[ac]ss|less|styl)$/i;

/** `root` is the absolute path of the site root, `builtin` that of Carnet's own layouts. */
export function ownStylesheets(root: string, builtin: string): Problem[] {
  const own = ownLayouts(root, builtin);
  if (own === undefined) return [];
  const joined = new Set(stylesheetFiles([own, builtin].map((folder) => join(folder, "assets"))));
  const named = textsNaming(own);
  return readdirSync(own, { recursive: true, encoding: "utf8" })
    .map((name) => `layouts/${name.replaceAll("\\", "/")}`)
    .sort()
    .flatMap((file) => {
      if (joined.has(join(root, file))) return faultsOf(root, file);
      // Text editors keep such files beside the one that is being edited.
      if (basename(file).startsWith(".")) return [];
      const fault =
        /\.css$/i.test(file) && !named(file)
          ? unread(file, joined.has(join(root, WHOLE)))
          : unmade(root, file);
      return fault ?? [];
    });
}

function faultsOf(root: string, file: string): Problem[] {
  const path = join(root, file);
  const { size, mtimeMs, ctimeMs } = statSync(path);
  const read = readUtf8({ file, path, size, mtimeMs, ctimeMs });
  if (read === undefined) return [];
  if ("problem" in read) return [read.problem];
  const css = read.bytes.toString();
  const placeAt = placeFinder(css, file);
  const { open, stray } = cssForm(css);
  // Inside a string, a comment or brackets, the braces that would close the others do not count.
  const lost = open.find(({ sign }) => sign !== "{") ?? open[0];
  return [
    ...stray.map(({ sign, offset }) => problem("style-form/stray", placeAt(offset), { sign })),
    ...(lost === undefined
      ? []
      : [
          problem("style-form/unclosed", placeAt(lost.offset), {
            sign: lost.sign,
            closing: closingOf(lost.sign),
          }),
        ]),
  ];
}

function unread(file: string, isReplaced: boolean): Problem {
  const place = topOf(file);
  return isReplaced && file.startsWith(CSS)
    ? problem("stray-file/replaced-style", place, { by: WHOLE })
    : problem("stray-file/style", place, { fix: CSS + basename(file).toLowerCase() });
}

function unmade(root: string, file: string): Problem | undefined {
  const made = file.replace(UNMADE, ".css");
  if (made === file || !file.startsWith(CSS) || existsSync(join(root, made))) return undefined;
  return problem("stray-file/unmade-style", topOf(file), { fix: made });
}

/** Whether a layout names a file: it may add the file to its pages itself. */
function textsNaming(own: string): (file: string) => boolean {
  let texts: string[] | undefined;
  return (file) => {
    texts ??= layoutsIn(own).map((name) => readFileSync(join(own, name), "utf8"));
    return texts.some((text) => text.includes(basename(file)));
  };
}
