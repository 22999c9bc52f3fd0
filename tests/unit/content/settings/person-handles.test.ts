import { expect, test } from "vitest";
import { load } from "../site-root.ts";

const POST = { "content/posts/2026-01-01-a.md": "---\ntitle: A\nauthor: une\n---\nTexte\n" };

const reported = async (text: string): Promise<string[]> => {
  const { problems } = await load({ ...POST, "content/people.yaml": text });
  return problems
    .filter(({ file }) => file === "content/people.yaml")
    .map(({ line, code, severity, hint }) => `${String(line)} ${severity} ${code} ${hint}`);
};

test.each([
  ['une:\n  name: Équipe Une\n  twitter: "@une"\n', ['3 warn unknown-key   handles: { twitter: "@une" }']],
  [
    'une:\n  name: Équipe Une\n  Mastodon: "@une@social.example"\n  github: une\n',
    [3, 4].map(
      (line) =>
        `${String(line)} warn unknown-key   handles: { Mastodon: "@une@social.example", github: une }`,
    ),
  ],
  [
    "une:\n  name: Équipe Une\n  handles: { gitlab: une }\n  x: une\n",
    ["4 warn unknown-key   handles: { gitlab: une, x: une }"],
  ],
])("accounts beside the keys of a person are moved under handles: %j", async (text, lines) => {
  expect(await reported(text)).toEqual(lines);
});

test("an account that is not a text is an unknown key", async () => {
  expect(await reported("une:\n  name: Équipe Une\n  twitter: [une]\n")).toEqual([
    expect.stringMatching(/^3 warn unknown-key Clés possibles/),
  ]);
});

test.each([
  ['mastodone: "@une@social.example"', ['3 warn handle   handles: { mastodon: "@une@social.example" }']],
  ['mastodon: "@une@social.example", mastodn: "@une@autre.example"', ["3 warn handle mastodn: https://…"]],
  ["peertube: une", ["3 warn handle peertube: https://…"]],
  ['mastodon: "@une"', ['3 warn handle   handles: { mastodon: "@une@social.example.org" }']],
  ["github: équipe une", ["3 warn handle Écrivez le nom du compte, ou son adresse : https://…"]],
  ["peertube: https://video.example/c/une, GitHub: une, mastodon: une@social.example", []],
  ['bluesky: ""', []],
])("an account that has no address is reported: %s", async (handles, lines) => {
  expect(await reported(`une:\n  name: Équipe Une\n  handles: { ${handles} }\n`)).toEqual(lines);
});
