import { describe, expect, it } from "vitest";
import { parseOptions } from "../../../src/cli/options.ts";
import { openSession, type Session } from "../../../src/cli/session.ts";
import { createTerminal } from "../../../src/cli/terminal.ts";
import { makeSite, post, SITE_YAML } from "../../support/site.ts";

const quiet = { write: () => true };
const terminal = createTerminal(quiet, quiet, {});

const titles = ({ prepared }: Session): string[] | undefined =>
  prepared?.plan.content.posts.map(({ title }) => title);

describe("a second session in the same process", () => {
  it("publishes a post dated tomorrow once midnight has passed in the site's time zone", async () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-06-02-demain.md": post("Demain"),
    });
    const instants = [new Date("2026-06-01T21:59:00Z"), new Date("2026-06-01T22:01:00Z")];
    const parsed = parseOptions([], {
      cwd: site.root,
      clock: () => instants.shift() ?? new Date(0),
      preview: false,
    });
    if (!parsed.ok) throw new Error("refused");
    expect(titles(await openSession(parsed.options, terminal))).toEqual([]);
    expect(titles(await openSession(parsed.options, terminal))).toEqual(["Demain"]);
  });
});

it("refuses a site whose layout has both sides of a merge, though they are valid to Nunjucks", async () => {
  const block = "<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> autre\n";
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-06-02-demain.md": post("Demain"),
    "layouts/post.njk": `{% extends "carnet/post.njk" %}\n{% block article_footer %}\n${block}{% endblock %}\n`,
  });
  const clock = (): Date => new Date("2026-06-03T08:00:00Z");
  const parsed = parseOptions([], { cwd: site.root, clock, preview: false });
  if (!parsed.ok) throw new Error("refused");
  const { refused, shown } = await openSession(parsed.options, terminal);
  expect(refused).toBe(true);
  expect(
    shown.filter(({ severity }) => severity === "error").map(({ file, line, code }) => [file, line, code]),
  ).toEqual([["layouts/post.njk", 3, "merge-conflict"]]);
});
