// The deadline of a post: a day, which passes at its end in the site’s time zone, or a moment of a day.
import { describe, expect, it } from "vitest";
import { sameUntil } from "../../../../src/content/next-change.ts";
import type { Post } from "../../../../src/content/types.ts";
import { load, post } from "../site-root.ts";

const FILE = "content/posts/2026-03-01-appel.md";

/** A site of one post with these front-matter lines. */
const withLines = (...lines: string[]): Record<string, string> => ({
  [FILE]: post("title: Appel", ...lines),
});

async function deadlineAt(now: string, line: string): Promise<Post["deadline"]> {
  const { content } = await load(withLines(line), { now: new Date(now) });
  return content.posts[0]?.deadline;
}

describe("a deadline", () => {
  it.each([
    ["a day, in winter", "deadline: 2027-01-15", "2027-01-15T23:00:00Z"],
    ["a day, in summer", "deadline: 2026-07-15", "2026-07-15T22:00:00Z"],
    ["a day of 23 hours", "deadline: 2026-03-29", "2026-03-29T22:00:00Z"],
    ["a day of 25 hours", "deadline: 2026-10-25", "2026-10-25T23:00:00Z"],
    ["an hour in the site’s time zone", "deadline: 2026-07-15 17:00", "2026-07-15T15:00:00Z"],
    ["an hour in another time zone", "deadline: 2026-07-15T17:00:00Z", "2026-07-15T17:00:00Z"],
  ])("that is %s passes at its end, not a second before", async (_, line, at) => {
    const before = await deadlineAt(new Date(Date.parse(at) - 1000).toISOString(), line);
    expect(before).toMatchObject({ closed: false, closes: new Date(at) });
    expect(await deadlineAt(at, line)).toMatchObject({ closed: true, closes: new Date(at) });
  });

  it("has a day, and its hour in the site’s time zone if it gives one", async () => {
    const now = "2026-03-02T10:00:00Z";
    const day = await deadlineAt(now, "deadline: 2026-7-15");
    expect(day).toMatchObject({ day: "2026-07-15", date: "2026-07-15" });
    expect(day).not.toHaveProperty("hour");
    expect(await deadlineAt(now, "deadline: 2026-07-15T22:30:00Z")).toMatchObject({
      ...{ day: "2026-07-16", hour: "00:30", date: "2026-07-16T00:30:00+02:00" },
    });
  });

  it("changes neither the order of posts nor their publication", async () => {
    const { content, problems } = await load({
      ...withLines(
        "deadline: 2026-03-02",
        "description: Une phrase assez longue pour un moteur de recherche.",
      ),
      "content/posts/2026-03-02-apres.md": post("title: Après"),
      "content/posts/2026-02-01-avant.md": post("title: Avant"),
    });
    expect(content.posts.map(({ title }) => title)).toEqual(["Après", "Appel", "Avant"]);
    expect(problems.filter(({ file }) => file === FILE)).toEqual([]);
  });
});

/** `line:column code: message → hint` of each problem. */
async function told(files: Record<string, string>): Promise<string[]> {
  const { problems } = await load({ "content/posts/2026-02-01-x.md": post("title: X"), ...files });
  return problems.map(
    ({ line, column, code, message, hint }) =>
      `${String(line)}:${String(column)} ${code}: ${message} → ${hint}`,
  );
}

describe("a faulty deadline", () => {
  it("before the publication of its post is reported, without a guessed day", async () => {
    expect(await told(withLines("deadline: 2026-01-15"))).toEqual([
      "3:11 early-deadline: La date limite (2026-01-15) précède la parution (2026-03-01) : l’article paraîtra déjà clos. → deadline: AAAA-MM-JJ",
    ]);
    expect(await told(withLines("publishAt: 2026-03-01 18:00", "deadline: 2026-03-01 12:00"))).toHaveLength(
      1,
    );
    expect(await told(withLines("publishAt: 2026-03-01 18:00", "deadline: 2026-03-01"))).toEqual([]);
  });

  it("after its post expires is reported", async () => {
    expect(await told(withLines("deadline: 2027-01-15", "expires: 2027-01-15"))).toEqual([
      "4:10 late-deadline: Ce texte est retiré avant sa date limite (2027-01-15), et son adresse ne répondra plus. → Supprimez cette ligne, et l’article dira lui-même qu’il est clos ; ou retirez-le plus tard : expires: 2027-01-16",
    ]);
    expect(await told(withLines("deadline: 2027-01-15", "expires: 2027-01-16"))).toEqual([]);
  });

  it.each([
    ["15/01/2027", "deadline: 2027-01-15"],
    ["15 janvier 2027 à 17h", "deadline: 2027-01-15 17:00"],
    // Readers would take 0:00 of the next day for that day.
    ["2027-01-15 24:00", "deadline: 2027-01-15"],
    ["15 janvier 2027 à 24h", "deadline: 2027-01-15"],
    ["15/01/2027 24h00", "deadline: 2027-01-15"],
    // A guessed day would mislead all readers.
    ["2027-02-30", "deadline: AAAA-MM-JJ"],
    ["bientôt", "deadline: AAAA-MM-JJ"],
    ["[2027-01-15]", "deadline: AAAA-MM-JJ"],
  ])("of `%s` leaves out the post", async (written, hint) => {
    const { content, problems } = await load({
      "content/posts/2026-02-01-x.md": post("title: X"),
      ...withLines(`deadline: ${written}`),
    });
    expect(content.posts).toHaveLength(1);
    expect(problems.map(({ line, severity, hint: fix }) => [line, severity, fix])).toEqual([
      [3, "error", hint],
    ]);
  });

  it("of a page is reported as without effect, whatever its value", async () => {
    for (const value of ["2027-01-15", "bientôt"])
      expect(await told({ "content/pages/a.md": post("title: A", `deadline: ${value}`) })).toEqual([
        "3:1 no-effect: « deadline » ne vaut que pour un article : une page de content/pages/ n’en montre rien. → Supprimez cette clé, et dites-le dans le texte de la page ; ou faites de ce texte un article, dans content/posts/.",
      ]);
  });

  it.each(["date limite", "Deadlin", "échéance", "clôture", "due date"])(
    "under the key `%s` gets the right key as a suggestion",
    async (key) => {
      expect((await told(withLines(`${key}: 2027-01-15`))).join()).toMatch(/unknown-key.*deadline/);
    },
  );
});

describe("a site with a deadline in a draft", () => {
  const until = async (drafts: boolean): Promise<string> => {
    const now = new Date("2026-03-02T10:00:00Z");
    const lines = ["draft: true", "deadline: 2026-03-02 18:00"];
    const { content } = await load(withLines(...lines), { now, drafts });
    expect(content.nextChange).toBeUndefined();
    return sameUntil(content, now).toISOString();
  };

  it("is the same until the deadline in a preview of drafts, and otherwise until the day ends", async () => {
    expect(await until(true)).toBe("2026-03-02T17:00:00.000Z");
    expect(await until(false)).toBe("2026-03-02T23:00:00.000Z");
  });
});
