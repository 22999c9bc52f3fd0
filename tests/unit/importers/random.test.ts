// Any old blog, however odd, comes over whole and builds: shown on small ones made at random, with fixed seeds.
import { expect, it } from "vitest";
import { addressKey, siteAddress } from "../../../src/content/permalinks.ts";
import { randomBlog } from "../../support/random-blog.ts";
import { imported, type Imported } from "./old-blog.ts";

it.each(Array.from({ length: 12 }, (_, i) => i))(
  "old blogs made at random build, and keep words and addresses: part %i",
  async (part) => {
    const faults: string[] = [];
    for (let seed = part * 25; seed < (part + 1) * 25; seed++)
      for (const fault of await faultsOf(seed)) faults.push(`seed ${String(seed)}: ${fault}`);
    expect(faults).toEqual([]);
  },
);

it.each([0, 1, 2])("the same old blog gives the same site: seed %i", async (seed) => {
  const { kind, files } = randomBlog(seed);
  expect(contentOf(await imported(kind, files))).toBe(contentOf(await imported(kind, files)));
});

async function faultsOf(seed: number): Promise<string[]> {
  const { kind, files, words } = randomBlog(seed);
  // After all dates of its posts.
  const done = await imported(kind, files, "2100-01-01").catch((error: unknown) => String(error));
  if (typeof done === "string") return [done];
  const { texts, todo, words: counted, builds } = done.report;
  const content = contentOf(done);
  const named = new Set(todo.map(({ file }) => file));
  const faults: string[] = builds ? [] : todo.flatMap(({ kind, found }) => (kind === "left" ? found : []));
  if (counted.lost > 0) faults.push(`${String(counted.lost)} words lost`);
  for (const [file, word] of words)
    if (!content.includes(word) && !named.has(file)) faults.push(`${file} is lost`);
  for (const { source, old, draft } of texts) {
    const isPublished = !draft && old !== null && !/^expires:/m.test(files[source] ?? "");
    if (isPublished && "url" in siteAddress(old) && !done.answers.has(addressKey(old)))
      faults.push(`${source} has left ${old}`);
  }
  return faults;
}

const contentOf = ({ site }: Imported): string =>
  site
    .list("new/content")
    .map((file) => `${file}\n${site.read(`new/content/${file}`)}`)
    .join("\n");
