// Texts at the address that the list of a declared term will have → problems before the first post of that term, which would be
// refused because of them. A page that introduces the list has already created it, and is not reported.
import { outputFile } from "../content/permalinks.ts";
import type { Content } from "../content/types.ts";
import { mightIntroduce } from "../pages/introductions.ts";
import type { Page } from "../pages/types.ts";
import { diskKey } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";

interface Reserved {
  content: Pick<Content, "site" | "posts" | "pages" | "languages" | "declaredTerms">;
  pages: readonly Pick<Page, "kind" | "url">[];
}

/** Compares paths as `taken-addresses` compares existing files: as the most lenient disk would. */
export function checkReservedAddresses({ content, pages }: Reserved): Problem[] {
  const { posts, pages: own, languages, declaredTerms } = content;
  const declared = languages.map((lang) => ({ lang, terms: declaredTerms(lang) }));
  if (declared.every(({ terms }) => terms.length === 0)) return [];
  const lists = new Set(pages.flatMap(({ kind, url }) => (kind === "tag" ? url : [])));
  const entries = new Map([...posts, ...own].map((entry) => [diskKey(outputFile(entry.url)), entry]));
  return declared.flatMap(({ lang, terms }) =>
    terms.flatMap(({ url }) => {
      const entry = lists.has(url) ? undefined : entries.get(diskKey(outputFile(url)));
      if (entry === undefined) return [];
      const joins = mightIntroduce(entry, { kind: "tag", lang });
      const fix = joins && url !== entry.url ? `permalink: ${url}` : undefined;
      const place = entry.placeOf(entry.addressKey ?? "title");
      return problem("duplicate-url/generated", place, { url: entry.url }, fix);
    }),
  );
}
