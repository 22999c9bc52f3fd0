// A stylesheet → the font that texts begin with: pages ask for it at once, and for no other that they may not show.
import { withAddresses } from "../../css-addresses.ts";

const COMMENT = /\/\*[^]*?(?:\*\/|$)/g;

/** What a rule for a font, or for the texts' own, says of a property. */
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
 * The address that the stylesheet has for the upright font named first in `--serif`; the last word on either counts.
 * Undefined for a font of the reader's machine, and for one in a form other than WOFF2, which `layouts/partials/head.njk` names.
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
