// A small site as the check of links sees it, for tests: one text with these links, and the addresses that answer.
import { checkLinks } from "../../../src/checks/links.ts";
import type { LinkCheckInput } from "../../../src/checks/types.ts";
import type { Reference } from "../../../src/markdown/types.ts";

export const file = "content/posts/2021-04-01-bilan.md";
export const url = "/blog/2021/04/01/bilan.html";

export function inputOf(hrefs: readonly string[], changes: Partial<LinkCheckInput> = {}): LinkCheckInput {
  const references = hrefs.map((href, n): Reference => ({
    kind: "link",
    href,
    text: "un lien",
    line: 10 + n,
    column: 3,
  }));
  return {
    answers: new Map([
      [url, new Set(["des-projets", "conclusion"])],
      ["/blog/2018/05/29/pourquoi-devenir-eig.html", new Set(["les-défis", "candidater"])],
      ["/a-propos/", new Set(["equipe"])],
      ["/", undefined],
      ["/mots-cles/donn%C3%A9es/", undefined],
      ["/docs/Rapport.pdf", undefined],
      ["/docs/no# 1 ?.pdf", undefined],
      ["/jeu/index.html", undefined],
    ]),
    redirects: [],
    settingLinks: [],
    withheld: new Map(),
    alsoServed: ["/defis/"],
    homes: [{ host: "blog.example.org", path: "/" }],
    basePath: "/",
    entries: [{ file, url, references, ids: new Set(["des-projets", "conclusion"]) }],
    ...changes,
  };
}

/** Keys of the problems found, with the suggested address. */
export function found(hrefs: readonly string[], changes?: Partial<LinkCheckInput>): string[] {
  return checkLinks(inputOf(hrefs, changes)).map(({ key, params }) =>
    typeof params["suggestion"] === "string" ? `${key} ${params["suggestion"]}` : key,
  );
}
