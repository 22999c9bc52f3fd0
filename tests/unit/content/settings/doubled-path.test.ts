import { describe, expect, it } from "vitest";
import { loadSettings } from "../site-root.ts";

/** What is remarked on a site with these settings, with the fix. */
async function remarks(...lines: string[]): Promise<string[]> {
  const { problems } = await loadSettings(...lines);
  return problems.map(
    ({ line, column, code, severity, message, hint }) =>
      `${String(line)}:${String(column)} ${code} ${severity} ${/\/\S*:slug\/?/.exec(message)?.[0] ?? ""} → ${hint}`,
  );
}

describe("a site whose address ends as its permalinks begin", () => {
  it.each([
    [
      "with the default permalinks",
      ["url: https://example.org/blog/"],
      "2:6 doubled-path note /blog/blog/:year/:month/:day/:slug/ → Pour qu’il n’y soit qu’une fois : permalink: /:year/:month/:day/:slug/",
    ],
    [
      "with its own permalinks, under two folders",
      ["permalink: /actus/:slug/", "url: https://example.org/dinum/actus"],
      "3:6 doubled-path note /actus/actus/:slug/ → Pour qu’il n’y soit qu’une fois : permalink: /:slug/",
    ],
  ])("gets a note with the repeated path, %s", async (_, lines, expected) => {
    expect(await remarks(...lines)).toEqual([expected]);
  });

  it.each([
    [["url: https://example.org/"]],
    [["url: https://example.org/blog/", "permalink: /:slug/"]],
    [["url: https://example.org/blog/", "permalink: /blogs/:slug/"]],
    [["url: https://blog.example.org/carnet/"]],
  ])("gets no note if the path is not repeated: %j", async (lines) => {
    expect(await remarks(...lines)).toEqual([]);
  });
});
