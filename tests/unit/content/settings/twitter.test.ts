import { expect, it } from "vitest";
import { loadSettings } from "../site-root.ts";

async function read(twitter: string): Promise<unknown[]> {
  const { content, problems } = await loadSettings(`twitter: ${twitter}`);
  return [
    content.site.twitter,
    ...problems.map(
      ({ line, column, severity, hint }) => `${String(line)}:${String(column)} ${severity} → ${hint}`,
    ),
  ];
}

it.each([
  ["etat_fr", ["etat_fr"]],
  ['"@etat_fr"', ["etat_fr"]],
  ["https://x.com/etat_fr", ["etat_fr", "2:10 note → twitter: etat_fr"]],
  ["État de France", [undefined, "2:10 warn → twitter: nom_du_compte"]],
])("`twitter: %s` is read or reported", async (written, expected) => {
  expect(await read(written)).toEqual(expected);
});
