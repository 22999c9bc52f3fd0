import { expect, it } from "vitest";
import { accountsOf } from "../../../src/importers/accounts.ts";

it("the accounts that themes list keep their addresses, with a name", () => {
  expect(
    accountsOf([
      { name: "mastodon", url: "https://social.example/@programme" },
      "https://www.exemple.org/programme",
      { name: "github", url: "https://github.com/programme" },
      "https://github.com/programme",
      { name: "email", url: "mailto:a@example.org" },
      { name: "rss" },
      3,
    ]),
  ).toEqual([
    { label: "Mastodon", url: "https://social.example/@programme" },
    { label: "exemple.org", url: "https://www.exemple.org/programme" },
    { label: "Github", url: "https://github.com/programme" },
  ]);
  expect(accountsOf({ twitter: "programme" })).toBeUndefined();
  expect(accountsOf(["mailto:a@example.org"])).toBeUndefined();
});
