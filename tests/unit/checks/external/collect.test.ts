import { expect, it } from "vitest";
import { collectExternalLinks } from "../../../../src/checks/external/collect.ts";
import type { LinkCheckInput } from "../../../../src/checks/types.ts";

const place = { file: "content/site.yaml", line: 3, column: 5 };

function inputOf(hrefs: readonly string[], changes: Partial<LinkCheckInput> = {}): LinkCheckInput {
  const references = hrefs.map((href, n) => ({
    kind: "link" as const,
    href,
    text: `lien ${String(n)}`,
    line: n + 1,
    column: 3,
  }));
  return {
    answers: new Map(),
    redirects: [],
    settingLinks: [],
    withheld: new Map(),
    alsoServed: ["/defis/"],
    homes: [{ host: "blog.example.org", path: "/" }],
    basePath: "/",
    entries: [{ file: "content/posts/a.md", url: "/a/", references, ids: new Set() }],
    ...changes,
  };
}

const addresses = (input: LinkCheckInput): string[] =>
  collectExternalLinks(input).map(({ address }) => address);

it("collects an address once, whatever its fragment, with all the places that link to it", () => {
  expect(collectExternalLinks(inputOf(["https://e.org/x#a", "https://E.org/x"]))).toEqual([
    {
      address: "https://e.org/x",
      uses: [
        {
          href: "https://e.org/x#a",
          text: "lien 0",
          place: { file: "content/posts/a.md", line: 1, column: 3 },
        },
        {
          href: "https://E.org/x",
          text: "lien 1",
          place: { file: "content/posts/a.md", line: 2, column: 3 },
        },
      ],
    },
  ]);
});

it.each([
  ["a path", "/a/"],
  ["a relative path", "b.html"],
  ["this site", "https://blog.example.org/a/"],
  ["an email address", "mailto:a@e.org"],
  ["the author's machine", "http://localhost:8080/"],
  ["a private network", "http://10.0.0.1/"],
  ["an address with a password", "https://ana:secret@e.org/"],
  ["an address with a user name", "https://ana@e.org/"],
  ["an address with only a password", "https://:secret@e.org/"],
  ["an invalid address", "https://e x.org/"],
])("does not collect %s", (_, href) => {
  expect(addresses(inputOf([href]))).toEqual([]);
});

it("collects what another site serves on this host, and adds https to addresses without a scheme", () => {
  expect(addresses(inputOf(["https://blog.example.org/defis/x.html", "//e.org/y"]))).toEqual([
    "https://blog.example.org/defis/x.html",
    "https://e.org/y",
  ]);
});

it("collects http and https in any case, without spaces around or an empty fragment", () => {
  expect(
    addresses(inputOf(["http://e.org/a", "HTTPS://e.org/b", " https://e.org/c ", "https://e.org/d#"])),
  ).toEqual(["a", "b", "c", "d"].map((path, n) => `${n === 0 ? "http" : "https"}://e.org/${path}`));
});

it("does not collect another host of the site", () => {
  const homes = ["blog.example.org", "ancien.example.org"].map((host) => ({ host, path: "/" }));
  expect(addresses(inputOf(["https://ancien.example.org/a/"], { homes }))).toEqual([]);
});

it("collects links of settings and redirects, but not portraits or links of drafts", () => {
  const withheld = new Map([["/a/", "draft"]] as const);
  const settingLinks = [
    { href: "https://e.org/menu", text: "Menu", place },
    { href: "https://e.org/portrait.jpg", text: "Ada", place, picture: true as const },
  ];
  const redirects = [{ from: "/vieux/", to: "https://e.org/neuf", place }];
  expect(addresses(inputOf(["https://e.org/draft"], { withheld, settingLinks, redirects }))).toEqual([
    "https://e.org/menu",
    "https://e.org/neuf",
  ]);
});

it("does not collect pictures", () => {
  const references = [{ kind: "image", href: "https://e.org/x.png", text: "", line: 1, column: 1 }] as const;
  expect(
    addresses(inputOf([], { entries: [{ file: "a.md", url: "/a/", references, ids: new Set() }] })),
  ).toEqual([]);
});

it("collects the watch page of a player, and frames of hosts that the site allows", () => {
  const embed = (href: string): object => ({ kind: "embed", href, text: "Le film", line: 2, column: 1 });
  const references = [
    "https://www.dailymotion.com/embed/video/x7zgtds?autoplay=1",
    "//slides.example.org/player/1",
    "https://not-allowed.example.org/",
  ].map(embed) as LinkCheckInput["entries"][number]["references"];
  const entries = [{ file: "content/posts/a.md", url: "/a/", references, ids: new Set<string>() }];
  const found = collectExternalLinks(inputOf([], { entries, framed: ["slides.example.org"] }));
  expect(found.map(({ address }) => address)).toEqual([
    "https://www.dailymotion.com/video/x7zgtds",
    "https://slides.example.org/player/1",
  ]);
  expect(found[0]?.uses).toMatchObject([{ text: "Le film", isPlayer: true }]);
});
