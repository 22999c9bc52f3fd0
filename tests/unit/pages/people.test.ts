import { expect, it } from "vitest";
import type { PictureView } from "../../../src/images/variants.ts";
import { fediverseAccount, profilesOf } from "../../../src/pages/people.ts";
import type { MemberView } from "../../../src/pages/types.ts";
import { planned, settings, texts } from "./planned.ts";

const SITE = settings(
  "postsPerPage: 1",
  "taxonomies: { promotion: { label: Promotion, terms: { quatre: { label: Promotion 4 } } } }",
);
const PEOPLE = {
  "content/people.yaml": [
    'donnees: { name: Équipe Données, role: "l\'analyse", photo: /img/donnees.png, promotion: [quatre, EIG 5],',
    "  translations: { en: { role: analysis } } }",
    "appui: { name: Pôle Appui, photo: /img/absent.png, promotion: EIG 5, links: [{ label: Site, url: 'https://a.example' }], handles: { github: appui } }",
    "design: { name: Cellule Design, promotion: quatre, handles: { github: design } }",
  ].join("\n"),
};
const FILES = {
  ...SITE,
  ...PEOPLE,
  ...texts({
    "posts/2026-01-01-a": "author: Cellule Design\npromotion: quatre",
    "posts/2026-01-02-b": "author: Cellule Design\npromotion: quatre",
    "posts/en/2026-01-03-c": "author: Équipe Données",
  }),
};

const VIEW: PictureView = { src: "/pictures/une.jpg", width: 256, height: 256, sources: [], sizes: "5rem" };

it.each<[what: string, url: string, data: object]>([
  [
    "shows them in the order of people.yaml, above its posts",
    "/promotion/quatre/",
    {
      total: 2,
      members: [
        { name: "Équipe Données", role: "l’analyse", photo: "/img/donnees.png" },
        { name: "Cellule Design", url: "/auteurs/design/" },
      ],
    },
  ],
  [
    "exists before its first post, without feeds, and shows the links of those who sign nothing",
    "/promotion/eig-5/",
    {
      ...{
        noindex: false,
        title: "EIG 5",
        description: "Membres de «\u00a0EIG 5\u00a0»",
        total: 0,
        ownFeeds: [],
      },
      members: [
        { role: "l’analyse", url: undefined, profiles: undefined },
        { url: undefined, profiles: [{ label: "Site" }, { url: "https://github.com/appui" }] },
      ],
    },
  ],
  [
    "links to those who sign in its language",
    "/en/promotion/eig-5/",
    { members: [{ role: "analysis", url: "/en/authors/donnees/", profiles: undefined }, {}] },
  ],
  [
    "is counted in the index",
    "/promotion/",
    {
      groups: [
        { label: "EIG 5", count: 0, members: 2 },
        { label: "Promotion 4", count: 2, members: 2 },
      ],
    },
  ],
  [
    "is on the page of each person",
    "/en/authors/donnees/",
    { terms: { promotion: [{ url: "/en/promotion/quatre/" }, { url: "/en/promotion/eig-5/" }] } },
  ],
])("the page of a term that people have %s: %s", async (_, url, data) => {
  expect((await planned(FILES)).at(url).data).toMatchObject(data);
});

it("the list of a term shows people on its first page, and links to those who sign or whose page the owner wrote", async () => {
  const { urls, data } = await planned({ ...FILES, ...texts({ "pages/auteurs/appui": "" }) });
  expect(data("/promotion/quatre/page/2/", "members")).toBeUndefined();
  expect(urls("person")).toEqual(["/auteurs/design/", "/auteurs/design/page/2/", "/en/authors/donnees/"]);
  expect(data("/promotion/eig-5/", "members")).toMatchObject([
    {},
    { url: "/auteurs/appui/", profiles: [{}, {}] },
  ]);
});

it.each([
  ["Cellule Design", "CD"],
  ["Thanh Ha LE", "TL"],
  ["L’équipe du programme", "L"],
  ["équipe projet", "ÉP"],
])("the initials of %s, who has no portrait, are %s", async (name, initials) => {
  const people = { "content/people.yaml": `une: { name: ${name}, promotion: quatre }` };
  const { data } = await planned({ ...SITE, ...people });
  expect(data("/promotion/quatre/", "members")).toMatchObject([{ initials }]);
});

it.each([
  ["has the portrait made of it, beside its own address", VIEW, ["/img/donnees.png", VIEW]],
  ["may be published as it is", undefined, ["/img/donnees.png", undefined]],
  ["is left out if it cannot be shown", false, [undefined, undefined]],
] as const)("a photo %s", async (_, portrait, shown) => {
  const { data } = await planned(FILES, { portrait: () => portrait });
  const [member] = data("/en/promotion/eig-5/", "members") as MemberView[];
  for (const one of [member, data("/en/authors/donnees/", "person") as MemberView])
    expect([one?.photo, one?.portrait]).toEqual(shown);
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
    const person = { links, handles: { [network]: handle } };
    expect(profilesOf(person)).toEqual([...links, { label, ...(url && { url }) }]);
    // In a list of people, a handle is shown only where it has no address.
    const [, brief] = profilesOf(person, { brief: true });
    expect(brief?.label).toBe(url === undefined ? label : label.split(" ")[0]);
  },
);

it.each([
  [{ mastodon: "@ada@social.example" }, "@ada@social.example"],
  [{ Mastodon: "ada@social.example" }, "@ada@social.example"],
  [{ mastodon: "https://social.example/@ada" }, "@ada@social.example"],
  [{ mastodon: "@ada" }, undefined],
  [{ github: "ada" }, undefined],
])("reads the fediverse account of %j: %s", (handles, account) => {
  expect(fediverseAccount({ handles })).toBe(account);
});
