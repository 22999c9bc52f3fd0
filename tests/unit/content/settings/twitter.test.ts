import { expect, it } from "vitest";
import { load, post } from "../site-root.ts";

const POST = { "content/posts/2026-01-05-titre.md": post("title: A") };

async function read(twitter: string): Promise<unknown[]> {
  const settings = `title: T\ntwitter: ${twitter}\n`;
  const { content, problems } = await load({ ...POST, "content/site.yaml": settings });
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
