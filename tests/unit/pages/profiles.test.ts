import { expect, it } from "vitest";
import { fediverseAccount, profilesOf } from "../../../src/pages/profiles.ts";

const profiles = (handles: Record<string, string>): unknown => profilesOf({ links: [], handles });

it("shows a person's links, then the handles, each with its address where the network is known", () => {
  const links = [{ label: "Son site", url: "https://ada.example" }];
  expect(
    profilesOf({ links, handles: { mastodon: "@ada@social.example", bluesky: "@ada.example" } }),
  ).toEqual([
    { label: "Son site", url: "https://ada.example" },
    { label: "Mastodon @ada@social.example", url: "https://social.example/@ada" },
    { label: "Bluesky @ada.example", url: "https://bsky.app/profile/ada.example" },
  ]);
});

it("takes a whole address as it is, and guesses no address of a network that it does not know", () => {
  expect(profiles({ github: "https://github.com/ada" })).toEqual([
    { label: "GitHub", url: "https://github.com/ada" },
  ]);
  expect(profiles({ matrix: "@ada:example.org" })).toEqual([{ label: "Matrix @ada:example.org" }]);
});

it("makes no address of a handle that holds more than a name", () => {
  expect(profiles({ twitter: "ada/../evil?x" })).toEqual([{ label: "Twitter ada/../evil?x" }]);
});

it.each([
  ["as it is shown", { mastodon: "@ada@social.example" }, "@ada@social.example"],
  ["without its first sign", { Mastodon: "ada@social.example" }, "@ada@social.example"],
  ["by the address of its profile", { mastodon: "https://social.example/@ada" }, "@ada@social.example"],
  ["by a name that no server follows", { mastodon: "@ada" }, undefined],
  ["on another network alone", { github: "ada" }, undefined],
])("names an account of the fediverse that is written %s as Mastodon looks it up", (_, handles, account) => {
  expect(fediverseAccount({ handles })).toBe(account);
});
