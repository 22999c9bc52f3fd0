// The classes of coloured code, as a Shiki theme whose "colours" are only numbers for the classes.
// Shiki writes colours as inline styles, which the site's policy forbids; the theme's CSS colours these classes.

/** Class → its TextMate scopes. The theme's CSS may colour each; code is readable without colours. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "tok-comment": ["comment", "punctuation.definition.comment"],
  "tok-string": ["string", "punctuation.definition.string", "markup.inline.raw"],
  "tok-number": ["constant.numeric"],
  "tok-constant": [
    "constant.language",
    "constant.character",
    "constant.other",
    "support.constant",
    "variable.other.constant",
  ],
  "tok-keyword": ["keyword", "storage", "keyword.control"],
  "tok-operator": ["keyword.operator"],
  "tok-function": ["entity.name.function", "support.function", "meta.function-call entity.name.function"],
  "tok-type": ["entity.name.type", "entity.name.class", "support.type", "support.class", "storage.type.java"],
  "tok-tag": ["entity.name.tag"],
  "tok-attr": ["entity.other.attribute-name", "support.type.property-name", "meta.object-literal.key"],
  "tok-variable": ["variable", "variable.parameter"],
  "tok-heading": ["markup.heading", "entity.name.section"],
  "tok-inserted": ["markup.inserted"],
  "tok-deleted": ["markup.deleted"],
};

const colourOf = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, "0").toUpperCase()}`;

/** Number of a class, as a colour → the class. */
export const CLASS_OF_COLOUR: ReadonlyMap<string, string> = new Map(
  Object.keys(SCOPES).map((name, index) => [colourOf(index), name]),
);

export const TOKEN_THEME = {
  name: "carnet-classes",
  type: "light" as const,
  fg: "#FFFFFF",
  bg: "#FFFFFF",
  settings: Object.entries(SCOPES).map(([, scope], index) => ({
    scope: [...scope],
    settings: { foreground: colourOf(index) },
  })),
};
