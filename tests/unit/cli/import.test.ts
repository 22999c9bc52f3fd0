import { expect, it } from "vitest";
import { importBlog } from "../../../src/cli/import.ts";
import { say } from "../../support/command.ts";
import { makeSite } from "../../support/site.ts";

it("names a generator that it does not know before a folder that does not exist", async () => {
  const { root } = makeSite({});
  const unknown = await say(importBlog, root, "wordpress", "absent", "nouveau");
  expect(unknown).toMatchObject({ status: 2, out: "" });
  expect(unknown.err).toContain("« wordpress » n’est pas un générateur connu");
  expect(unknown.err).not.toContain("absent");
  const known = await say(importBlog, root, "hugo", "absent", "nouveau");
  expect(known.err).toContain("« absent » n’existe pas");
});
