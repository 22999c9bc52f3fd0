import { describe, expect, it } from "vitest";
import type { PictureView } from "../../../src/images/variants.ts";
import { fediverseAccount, profilesOf } from "../../../src/pages/people.ts";
import { publishedAddresses } from "../../../src/pages/plan.ts";
import type { MemberView } from "../../../src/pages/types.ts";
import { planned, settings, texts, type Planned } from "./planned.ts";

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

describe("the page of a term that people have", () => {
  it("shows them in the order of people.yaml, above its posts, on its first page only", async () => {
    const { at } = await planned(FILES);
    expect(at("/promotion/quatre/").data).toMatchObject({
      total: 2,
      members: [
        { name: "Équipe Données", role: "l’analyse", photo: "/img/donnees.png" },
        { name: "Cellule Design", url: "/auteurs/design/" },
      ],
    });
    expect(at("/promotion/quatre/page/2/").data).not.toHaveProperty("members");
  });

  it.each([
    ["Cellule Design", "CD"],
    ["Thanh Ha LE", "TL"],
    ["L’équipe du programme", "L"],
    ["équipe projet", "ÉP"],
    ["Pôle 3", "P3"],
  ])("gives the initials of %s, for those without a portrait: %s", async (name, initials) => {
    const people = { "content/people.yaml": `une: { name: ${name}, promotion: quatre }` };
    expect((await planned({ ...SITE, ...people })).data("/promotion/quatre/", "members")).toMatchObject([
      { initials },
    ]);
  });

  it("exists before its first post, without feeds, for search engines too; the index counts them", async () => {
    const { at, data, urls, text } = await planned(FILES);
    expect(at("/promotion/eig-5/")).toMatchObject({
      kind: "tag",
      noindex: false,
      data: {
        title: "EIG 5",
        description: "Membres de «\u00a0EIG 5\u00a0»",
        total: 0,
        posts: [],
        ownFeeds: [],
      },
    });
    expect(urls("feed").filter((url) => url.includes("eig-5"))).toEqual([]);
    expect(data("/promotion/", "groups")).toMatchObject([
      { label: "EIG 5", count: 0, members: 2 },
      { label: "Promotion 4", count: 2, members: 2 },
    ]);
    expect(text("/sitemap.xml")).toContain("<loc>https://blog.example.org/promotion/eig-5/</loc>");
  });

  it("links to people who have a page, and shows the links of those who sign nothing, in each language", async () => {
    const LINKS = [
      { label: "Site", url: "https://a.example" },
      { label: "GitHub", url: "https://github.com/appui" },
    ];
    const members = ({ data }: Planned, url: string): unknown[] =>
      (data(url, "members") as MemberView[]).map((one) => [one.role, one.url, one.profiles]);
    const plan = await planned(FILES);
    expect(members(plan, "/promotion/eig-5/")).toEqual([
      ["l’analyse", undefined, undefined],
      [undefined, undefined, LINKS],
    ]);
    expect(members(plan, "/en/promotion/eig-5/")).toEqual([
      ["analysis", "/en/authors/donnees/", undefined],
      [undefined, undefined, LINKS],
    ]);
    // A page of the owner's shows what its text says, and none of their links.
    const own = await planned({ ...FILES, ...texts({ "pages/auteurs/appui": "" }) });
    expect(members(own, "/promotion/eig-5/")[1]).toEqual([undefined, "/auteurs/appui/", LINKS]);
  });

  it("may be introduced by a page of the owner’s, and is recorded as the term’s as long as people have it", async () => {
    const { pages, at } = await planned({
      ...FILES,
      ...texts({ "pages/promotion/eig-5": "title: La cinquième" }),
    });
    expect(at("/promotion/eig-5/")).toMatchObject({
      entry: { file: "content/pages/promotion/eig-5.md" },
      data: { title: "La cinquième", description: "", members: [{}, {}] },
    });
    const recorded = { url: "/promotion/eig-5/", source: "tag", title: "EIG 5" };
    expect(publishedAddresses(pages)).toContainEqual(recorded);
  });
});

it("the page of a person says which terms they have, in each language, and is made only for those who sign", async () => {
  const { data, urls } = await planned(FILES);
  expect(urls("person")).toEqual(["/auteurs/design/", "/auteurs/design/page/2/", "/en/authors/donnees/"]);
  expect(data("/auteurs/design/", "terms")).toMatchObject({ promotion: [{ url: "/promotion/quatre/" }] });
  expect(data("/en/authors/donnees/", "terms")).toMatchObject({
    promotion: [{ url: "/en/promotion/quatre/" }, { url: "/en/promotion/eig-5/" }],
  });
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
