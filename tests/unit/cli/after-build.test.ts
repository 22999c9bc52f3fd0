import { expect, it } from "vitest";
import { nextChangeWords } from "../../../src/cli/after-build.ts";
import { load, post } from "../content/site-root.ts";

const DUE = "content/posts/2026-04-01-demain.md";

it("says when to build again, in the site's time zone and in UTC", async () => {
  const zone = { "content/site.yaml": "title: A\ntimeZone: Pacific/Noumea\n" };
  const { content } = await load({ ...zone, [DUE]: post("title: B") });
  const plain = (text = ""): string => text.replace(/\s/g, " ");
  expect(plain(nextChangeWords(content, "fr"))).toBe(
    `Prochaine construction utile : le 1er avril 2026 à 0 h 00 (Pacific/Noumea, 2026-03-31T13:00:00Z), quand ${DUE} paraîtra.`,
  );
  expect(plain(nextChangeWords(content, "en"))).toContain(`2026-03-31T13:00:00Z), when ${DUE} comes out.`);
});

it("names the text whose deadline passes then", async () => {
  const { content } = await load({
    "content/posts/2026-01-05-a.md": post("title: A", "deadline: 2026-04-01"),
  });
  expect(nextChangeWords(content, "fr")).toContain(
    "quand la date limite de content/posts/2026-01-05-a.md sera passée.",
  );
  expect(nextChangeWords(content, "en")).toContain(
    "when the deadline of content/posts/2026-01-05-a.md has passed.",
  );
});

it("says nothing when no text is to appear or to expire", async () => {
  const { content } = await load({ "content/posts/2026-01-05-a.md": post("title: A") });
  expect(nextChangeWords(content, "fr")).toBeUndefined();
});
