import { expect, it } from "vitest";
import type { PictureView } from "../../../src/images/variants.ts";
import { profilesOf } from "../../../src/pages/people.ts";
import type { PersonView } from "../../../src/pages/types.ts";
import { planned, texts } from "./planned.ts";

const VIEW: PictureView = { src: "/pictures/une.jpg", width: 256, height: 256, sources: [], sizes: "5rem" };

it.each([
  ["has the portrait made of it, beside its own address", VIEW, ["/img/donnees.png", VIEW]],
  ["may be published as it is", undefined, ["/img/donnees.png", undefined]],
  ["is left out if it cannot be shown", false, [undefined, undefined]],
] as const)("a photo %s", async (_, portrait, shown) => {
  const files = {
    "content/people.yaml": "donnees: { name: Équipe Données, photo: /img/donnees.png }\n",
    ...texts({ "posts/2026-01-03-c": "author: Équipe Données" }),
  };
  const person = (await planned(files, { portrait: () => portrait })).data("/auteurs/donnees/", "person");
  expect([(person as PersonView).photo, (person as PersonView).portrait]).toEqual(shown);
});

it.each([
  ["mastodon", "@ada@social.example", "Mastodon @ada@social.example", "https://social.example/@ada"],
  ["bluesky", "@ada.example", "Bluesky @ada.example", "https://bsky.app/profile/ada.example"],
  ["github", "https://github.com/ada", "GitHub", "https://github.com/ada"],
  ["matrix", "@ada:example.org", "Matrix @ada:example.org", undefined],
  ["twitter", "ada/../evil?x", "Twitter ada/../evil?x", undefined],
])(
  "the account %s: %s is shown as “%s”, with its address if the network is known: %s",
  (network, handle, label, url) => {
    const links = [{ label: "Son site", url: "https://ada.example" }];
    const shown = profilesOf({ links, handles: { [network]: handle } });
    expect(shown).toEqual([...links, { label, ...(url && { url }) }]);
  },
);
