import { describe, expect, it } from "vitest";
import { post } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const A = { "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été]") };

const current = (links: readonly { url: string; current?: boolean }[]): string[] =>
  links.filter((link) => link.current).map((link) => link.url);

describe("the menu", () => {
  it("marks the page one is on, and the section it belongs to", async () => {
    const { at } = await planned(A);
    expect(current(at("/mots-cles/").data.nav)).toEqual(["/mots-cles/"]);
    expect(current(at("/mots-cles/ete/").data.nav)).toEqual(["/mots-cles/"]);
    expect(current(at("/blog/2026/01/01/a/").data.nav)).toEqual(["/blog/"]);
    expect(current(at("/").data.nav)).toEqual([]);
  });

  it("is the owner's where site.yaml has one, with each language's own links", async () => {
    const { at } = await planned({
      ...A,
      "content/posts/en/2026-01-02-b.md": post("title: B"),
      ...settings("nav: [{ label: Lire, url: /blog/ }, { label: Read, url: /en/blog/, lang: en }]"),
    });
    expect(at("/blog/").data.nav).toEqual([{ label: "Lire", url: "/blog/", current: true }]);
    expect(at("/en/").data.nav).toEqual([{ label: "Read", url: "/en/blog/" }]);
  });

  it("leads to static pages from the foot of the page, else to what site.yaml says", async () => {
    const files = { ...A, "content/pages/aide.md": post("title: Aide") };
    const { at } = await planned(files);
    expect(at("/").data.footer).toEqual([{ label: "Aide", url: "/aide/" }]);
    expect(current(at("/aide/").data.footer)).toEqual(["/aide/"]);
    const own = await planned({ ...files, ...settings("footer: [{ label: Ici, url: /aide/ }]") });
    expect(own.at("/").data.footer).toEqual([{ label: "Ici", url: "/aide/" }]);
  });
});

describe("a sharing picture", () => {
  const shared = (image: string): Promise<unknown> =>
    planned(
      { "content/posts/2026-01-01-a.md": post("title: A", `image: ${image}`, "imageAlt: Un pont") },
      {
        cover: () =>
          image === "pont.png" ? { kind: "shown", src: "/img/pont.png", alt: "Un pont" } : undefined,
      },
    ).then(({ at }) => at("/blog/2026/01/01/a/").data.shareImage);

  it("of this site has an absolute address", async () => {
    expect(await shared("pont.png")).toEqual({
      url: "https://blog.example.org/img/pont.png",
      alt: "Un pont",
    });
  });

  it("of another host is named as it was written", async () => {
    expect(await shared("https://ailleurs.example/p.png")).toEqual({
      url: "https://ailleurs.example/p.png",
      alt: "Un pont",
    });
  });

  it("that cannot be shown is not shared either", async () => {
    expect(await shared("absente.png")).toBeUndefined();
  });
});
