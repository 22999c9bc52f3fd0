import { expect, it } from "vitest";
import { fediverseAccount, profilesOf } from "../../../src/pages/people.ts";

const profiles = (handles: Record<string, string>): unknown => profilesOf({ links: [], handles });

it("lists a person's links, then the handles, with their address if the network is known", () => {
  const links = [{ label: "Son site", url: "https://ada.example" }];
  expect(
    profilesOf({ links, handles: { mastodon: "@ada@social.example", bluesky: "@ada.example" } }),
  ).toEqual([
    { label: "Son site", url: "https://ada.example" },
    { label: "Mastodon @ada@social.example", url: "https://social.example/@ada" },
    { label: "Bluesky @ada.example", url: "https://bsky.app/profile/ada.example" },
  ]);
});

it("keeps a full address, and guesses none on an unknown network", () => {
  expect(profiles({ github: "https://github.com/ada" })).toEqual([
    { label: "GitHub", url: "https://github.com/ada" },
  ]);
  expect(profiles({ matrix: "@ada:example.org" })).toEqual([{ label: "Matrix @ada:example.org" }]);
});

it("is brief in a list of people: a handle is shown only where it has no address", () => {
  const links = [{ label: "Son site", url: "https://ada.example" }];
  const handles = { mastodon: "@ada@social.example", matrix: "@ada:example.org" };
  expect(profilesOf({ links, handles }, { brief: true })).toEqual([
    { label: "Son site", url: "https://ada.example" },
    { label: "Mastodon", url: "https://social.example/@ada" },
    { label: "Matrix @ada:example.org" },
  ]);
});

it("makes no address from a handle that is more than a name", () => {
  expect(profiles({ twitter: "ada/../evil?x" })).toEqual([{ label: "Twitter ada/../evil?x" }]);
});

it.each([
  ["in full", { mastodon: "@ada@social.example" }, "@ada@social.example"],
  ["without its first @", { Mastodon: "ada@social.example" }, "@ada@social.example"],
  ["as the address of its profile", { mastodon: "https://social.example/@ada" }, "@ada@social.example"],
  ["without a server", { mastodon: "@ada" }, undefined],
  ["for another network only", { github: "ada" }, undefined],
])("reads a fediverse account that is written %s", (_, handles, account) => {
  expect(fediverseAccount({ handles })).toBe(account);
});
