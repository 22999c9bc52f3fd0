// A stylesheet → the font that texts begin with: pages preload it, and no other, which they may not show.
import { withAddresses } from "./css-addresses.ts";

const COMMENT = /\/\*[^]*?(?:\*\/|$)/g;

/** All values of a property in some CSS. */
const valuesOf = (css: string, property: string): string[] =>
  [...css.matchAll(new RegExp(`(?<![\\w-])${property}\\s*:\\s*([^;}]+)`, "gi"))].map(([, value = ""]) =>
    value.trim(),
  );

const nameOf = (family = ""): string =>
  family
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .toLowerCase();

/**
 * The address, as the stylesheet has it, of the upright font named first in `--serif`; of several declarations, the last
 * counts.
 * `undefined` for a font of the reader's machine, and for one that is not WOFF2, the type in `layouts/partials/head.njk`.
 */
export function firstFont(stylesheet: string): string | undefined {
  const css = stylesheet.replace(COMMENT, "");
  const [family] = valuesOf(css, "--serif").at(-1)?.split(",") ?? [];
  const faces = [...css.matchAll(/@font-face\s*\{([^}]*)\}/gi)].map(([, rule = ""]) => rule);
  const face = faces.find(
    (rule) =>
      nameOf(valuesOf(rule, "font-family").at(-1)) === nameOf(family) &&
      (valuesOf(rule, "font-style").at(-1) ?? "normal") === "normal",
  );
  return face === undefined ? undefined : firstSource(face);
}

function firstSource(face: string): string | undefined {
  const source = valuesOf(face, "src").at(-1) ?? "";
  if (/^local\(/i.test(source)) return undefined;
  let first: string | undefined;
  withAddresses(source, ({ href }) => {
    first ??= href;
    return undefined;
  });
  return first !== undefined && /\.woff2(?:[?#]|$)/i.test(first) ? first : undefined;
}
