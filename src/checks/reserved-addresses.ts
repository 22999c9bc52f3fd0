// Texts at the address that the list of a declared term will have → problems before the first post of that term, which would be
// refused because of them. A page that introduces the list has already created it, and is not reported.
import { outputFile } from "../content/permalinks.ts";
import type { Content } from "../content/types.ts";
import { mightIntroduce } from "../pages/introductions.ts";
import type { Page } from "../pages/types.ts";
import { diskKey } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";
import { taxonomyWords } from "../site/site.ts";

interface Reserved {
  content: Pick<Content, "site" | "posts" | "pages" | "languages" | "declaredTerms">;
  pages: readonly Pick<Page, "kind" | "url">[];
}

/** Compares paths as `taken-addresses` compares existing files: as the most lenient disk would. */
export function checkReservedAddresses({ content, pages }: Reserved): Problem[] {
  const { site, posts, pages: own, languages, declaredTerms } = content;
  const declared = languages.map((lang) => ({ lang, terms: declaredTerms(lang) }));
  if (declared.every(({ terms }) => terms.length === 0)) return [];
  const lists = new Set(pages.flatMap(({ kind, url }) => (kind === "tag" ? url : [])));
  const entries = new Map([...posts, ...own].map((entry) => [diskKey(outputFile(entry.url)), entry]));
  return declared.flatMap(({ lang, terms }) =>
    terms.flatMap(({ url, label, taxonomy }) => {
      const entry = lists.has(url) ? undefined : entries.get(diskKey(outputFile(url)));
      if (entry === undefined) return [];
      const taken = { url: entry.url, otherUrl: url, kind: "tag", name: label, by: "text" as const };
      return problem("duplicate-url/generated", entry.placeOf(entry.addressKey ?? "title"), {
        ...taken,
        ...(taxonomy !== "tags" && { taxonomy: taxonomyWords(site, taxonomy, lang).label }),
        joins: mightIntroduce(entry, { kind: "tag", lang }),
      });
    }),
  );
}
