import { expect, it } from "vitest";
import { textAddresses } from "../../../src/build/rendered-site.ts";
import type { Content } from "../../../src/content/types.ts";
import type { Plan } from "../../../src/pages/types.ts";

it("gives a link to a text that an error keeps out no address, even if another text has the one that it claims", () => {
  const at = (file: string): { file: string; url: string } => ({ file, url: "/b/" });
  const content = {
    posts: [],
    pages: [at("content/pages/b.md")],
    withheld: [],
    unsound: [at("content/pages/c.md")],
  };
  const plan = { pages: [{ url: "/b/" }] };
  const found = textAddresses(content as unknown as Content, plan as unknown as Plan);
  expect([...found.values()]).toEqual(["/b/"]);
});
