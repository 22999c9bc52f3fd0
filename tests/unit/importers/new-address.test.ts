import { describe, expect, it } from "vitest";
import { keepAddress } from "../../../src/importers/new-address.ts";

const RULES = { permalink: "/blog/:year/:month/:day/:slug/", lang: "fr", languages: new Set(["fr", "en"]) };
const POST = {
  kind: "post",
  target: "content/posts/2021-01-02-un-titre.md",
  lang: "fr",
  day: "2021-01-02",
} as const;

describe("the old address of a text is kept", () => {
  it.each([
    ["without an edit, where it is the new one", "/blog/2021/01/02/un-titre/", { keep: true }],
    ["whatever its last slash", "/blog/2021/01/02/un-titre", { keep: true }],
    ["with its capital letters", "/blog/2021/01/02/Un-Titre/", { slug: "Un-Titre" }],
    ["by a slug, where only the last part differs", "/blog/2021/01/02/autre/", { slug: "autre" }],
    ["by a permalink, where more parts differ", "/2021/un-titre.html", { permalink: "/2021/un-titre.html" }],
    ["with decoded letters", "/%C3%A9t%C3%A9/", { permalink: "/été/" }],
    ["not at all, where Carnet refuses it", "/a/../b/", { refused: true }],
  ])("%s: %s", (_, wanted, edit) => {
    expect(keepAddress(wanted, POST, {}, RULES)).toEqual(edit);
  });

  it("under the prefix of its language", () => {
    const post = { ...POST, target: "content/posts/en/2021-01-02-a-title.md", lang: "en" };
    expect(keepAddress("/en/blog/2021/01/02/a-title/", post, {}, RULES)).toEqual({ keep: true });
  });
});
