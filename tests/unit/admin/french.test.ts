import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../support/site.ts";

interface Words {
  [key: string]: string | Words;
}

const wordsOf = (path: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(join(ROOT, path), "utf8")) as Words));

function flat(words: Words, before = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}

const LOCALES = "node_modules/@sveltia/cms/locales";

/** Texts of unused features: configuration errors, reviews, sign-in links for other devices, other stores of pictures. */
const UNUSED =
  /^(?:config\.|workflow\.|sign_in_with_link|cloud_storage\.|relation_field\.|sign_in_using_access_token_workflow_note)/;

it("translates all texts that Sveltia has only in English, with their variables and French typography", () => {
  const english = wordsOf(`${LOCALES}/en-US.json`);
  const french = wordsOf(`${LOCALES}/fr.json`);
  const ours = wordsOf("src/admin/form/french.json");
  const missing = [...english.keys()].filter((key) => !french.has(key) && !UNUSED.test(key));
  expect([...ours.keys()].sort()).toEqual(missing.sort());
  const variables = (text = ""): string[] => [...new Set(text.match(/\$\w+/g))].sort();
  for (const [key, text] of ours) {
    expect(variables(text), key).toEqual(variables(english.get(key)));
    expect(text.replace(/\{[^{}]*\}/g, "_"), key).not.toMatch(/ [;!?:»]|« (?! )|'/);
  }
});
