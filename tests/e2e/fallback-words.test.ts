// A site in a language that Carnet does not speak, written from right to left, of every kind of page. Its own words are Arabic
// and Carnet's are English, so that the script of a text tells whose it is: each must be marked as what it is (WCAG 3.1.2).
import { isText, type AnyNode } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";

const YAML = `title: مدونة البرنامج
url: https://blog.example.org
lang: ar
description: ما يفعله البرنامج.
publisher: البرنامج
email: contact@blog.example.org
newsletter: https://letter.example.org
repository: https://github.com/example/carnet
license: Licence Ouverte 2.0
postsPerPage: 1
archived: { date: 2026-05-01 }
notice: { text: { ar: إعلان للقراء. } }
translations: { fr: { title: Blog } }
taxonomies: { serie: { label: سلسلة, ordered: yes, terms: { diary: يوميات, team: فريق } } }
audience: { matomo: https://stats.example.org/, siteId: 1, consent: ask }
accessibility:
  audit: { date: 2026-02-03, rate: 71.5, auditor: مكتب }
  nonConformities: [وثائق قديمة]
  technologies: [لغة]
checks: { interface-language: off }
`;

const BODY = "## عنوان\n\nنص.\n\n## عنوان ثان\n\nنص.\n\n## عنوان ثالث\n\nنص.\n";

const post = (title: string, more: string): string =>
  `---\ntitle: ${title}\nauthor: آن\ndescription: ${title} في جملة واحدة.\nserie: diary\ntags: [طريقة]\n${more}---\n\n${BODY}`;

const FILES = {
  "content/site.yaml": YAML,
  "content/people.yaml": "ann: { name: آن, role: محررة, description: تكتب., serie: [diary, team] }\n",
  "content/tags.yaml": "method: { label: طريقة }\n",
  "content/redirects.yaml": "/old/: /blog/2026/03/05/first/\n",
  "content/posts/2026-03-05-first.md": post(
    "الأول",
    "image: https://elsewhere.example/x.jpg\nupdated: 2026-04-01\ncorrections: [{ date: 2026-04-02, text: رقم. }]\ndeadline: 2026-09-30\n",
  ),
  "content/posts/2026-03-02-second.md": post("الثاني", "deadline: 2026-04-15\n"),
  "content/posts/2026-02-02-third.md": post("الثالث", ""),
  "content/posts/fr/2026-03-05-first.md":
    "---\ntitle: Le premier\ndescription: Le premier, en une phrase.\ntranslationOf: 2026-03-05-first\n---\n\nUn texte.\n",
  "content/pages/about.md": "---\ntitle: من نحن\nupdated: 2026-04-01\n---\n\nنص.\n",
};

/** Names, and what has no language: addresses, numbers, a day in digits. */
const OF_NO_LANGUAGE =
  /\b(?:Carnet|Atom|JSON|Mastodon|Bluesky|LinkedIn|X)\b|https?:\S+|\S+@\S+|\/\S*|Open Licence 2\.0 \(Etalab\)/g;

/** Texts and labels of a page whose script is not that of the language that they are marked with. */
function wronglyMarked(html: string): string[] {
  const wrong: string[] = [];
  const look = (text: string, lang: string): void => {
    const words = text.replace(OF_NO_LANGUAGE, "");
    const isArabic = /\p{Script=Arabic}/u.test(words);
    const isLatin = /\p{Script=Latin}/u.test(words);
    // A sentence of Carnet's may be around a name, and a list's name before the number of a page: nothing holds one of them alone.
    if (isArabic && isLatin && (lang === "en" || /– page \d$/.test(text))) return;
    const isFine = (!isArabic || lang === "ar") && (!isLatin || lang !== "ar");
    if (!isFine) wrong.push(`${lang}: ${text.trim()}`);
  };
  const walk = (nodes: readonly AnyNode[], around: string): void => {
    for (const node of nodes) {
      if (isText(node)) look(node.data, around);
      if (!("attribs" in node) || ["script", "style", "head"].includes(node.name)) continue;
      const { lang = around } = node.attribs;
      look(node.attribs["aria-label"] ?? "", lang);
      walk(node.children, lang);
    }
  };
  const [root] = DomUtils.getElementsByTagName("html", parseDocument(html));
  walk(root ? [root] : [], "");
  return wrong;
}

it("marks every word of Carnet's on a page in another language, and every word of the page's among them", () => {
  const site = makeBuiltSite(FILES);
  const pages = site.list("_site").filter((path) => path.endsWith(".html") && !path.startsWith("fr/"));
  expect(pages.length).toBeGreaterThan(20);
  const wrong = pages.flatMap((path) =>
    wronglyMarked(site.read(`_site/${path}`)).map((text) => `${path}: ${text}`),
  );
  expect(wrong).toEqual([]);
}, 30_000);
