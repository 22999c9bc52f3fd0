import { parseJsonFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { LayoutEnvironment } from "../../../src/eleventy/environment.ts";
import type { Rendered } from "../../../src/markdown/types.ts";
import { redirectPages, redirectsFile } from "../../../src/pages/entries.ts";
import { statementWords } from "../../../src/strings/accessibility.ts";
import { audienceWords } from "../../../src/strings/audience.ts";
import { ui } from "../../../src/strings/ui.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { siteOf } from "../feeds/samples.ts";
import { planned, settings, texts, type Planned } from "./planned.ts";

it("old addresses have a page each, hidden from search engines, and a line in `_redirects`", () => {
  const site = { ...siteOf(), basePath: "/b/" };
  const redirects = [
    { from: "/ancien", to: "/blog/" },
    { from: "/vieux.html", to: "/files/guide.pdf" },
    { from: "/forum/", to: "https://ailleurs.example/" },
  ];
  const pages = redirectPages(site, redirects);
  expect(pages.map(({ url, data, noindex }) => [url, data["target"], data["targetUrl"], noindex])).toEqual([
    ["/ancien/", "/blog/", "https://blog.example.org/b/blog/", true],
    ["/vieux.html", "/files/guide.pdf", "https://blog.example.org/b/files/guide.pdf", true],
    ["/forum/", "https://ailleurs.example/", "https://ailleurs.example/", true],
  ]);
  expect(redirectsFile(site, redirects)).toBe(
    "/b/ancien /b/blog/ 301\n/b/vieux.html /b/files/guide.pdf 301\n/b/forum/ https://ailleurs.example/ 301\n",
  );
  // Netlify would serve the page of the old address instead.
  expect(redirectsFile({ ...site, host: "netlify" }, redirects.slice(0, 1))).toBe(
    "/b/ancien /b/blog/ 301!\n",
  );
  expect(redirectsFile(site, [])).toBe("");
});

const POSTS = texts({ "posts/2026-01-05-a": "", "posts/en/2026-01-05-a": "" });

/** The text of a page made from settings, as its layout shows it. */
async function shown(url: string, layout: string, words: object, lines: string[]): Promise<string> {
  const { at } = await planned({ ...settings(...lines), ...POSTS });
  const env = new LayoutEnvironment(
    { carnet: "layouts" },
    {
      url: (path: string) => path,
      absolute: (path: string) => `https://blog.example.org${path}`,
      longDate: (day: string) => `le jour ${day}`,
    },
  );
  const empty = ["head", "header", "footer", "scripts"].map((name) => `{% block ${name} %}{% endblock %}`);
  const source = `{% extends "${layout}" %}${empty.join("")}`;
  const html = env.renderString(source, { ...at(url).data, t: ui("fr"), siteTitle: "Carnet", words });
  return html.replace(/\s+/g, " ");
}

describe("the accessibility statement", () => {
  const AUDITED = "auditedOn: 2026-02-01";
  const declared = (lines: readonly string[]): string[] => [
    "accessibility:",
    ...lines.map((line) => `  ${line}`),
  ];
  const textOf = (...lines: string[]): Promise<string> =>
    shown("/accessibilite/", "accessibility-statement.njk", statementWords("fr"), declared(lines));

  const FAULTS = "nonConformities: [une carte]";
  const EXEMPTIONS = "exemptions: [un plan]";

  it.each([
    ["Accessibilité : non conforme", "unaudited", ["tools: [axe]"]],
    ["Accessibilité : partiellement conforme", "faults", [AUDITED, "rate: 50", FAULTS]],
    ["Accessibilité : totalement conforme", "full", [AUDITED, "rate: 100"]],
    ["Accessibilité : non conforme", "low", [AUDITED, "rate: 30"]],
    ["Accessibilité : partiellement conforme", "exemptions", [AUDITED, "rate: 50", EXEMPTIONS]],
    ["Accessibilité : partiellement conforme", "both", [AUDITED, "rate: 50", FAULTS, EXEMPTIONS]],
  ])(
    "is mentioned on every page in the legal words “%s”, for its reason: %s",
    async (words, reason, lines) => {
      const { data } = await planned({ ...settings(...declared(lines)), ...POSTS });
      const mention = { label: words.replace(" :", "\u00a0:"), url: "/accessibilite/" };
      for (const url of ["/", "/blog/2026/01/05/a/"])
        expect(data(url, "accessibilityMention")).toEqual(mention);
      expect(data("/en/", "accessibilityMention")).toMatchObject({ url: "/en/accessibility/" });
      expect(data("/accessibilite/", "reason")).toBe(reason);
    },
  );

  it("says that nothing was audited, without a day of audit", async () => {
    const text = await textOf("rate: 100");
    expect(text).toContain("aucun audit de conformité n’a encore été mené");
    expect(text).not.toMatch(/100\s%/);
  });

  it("gives the audit, and lists what is declared, with a sentence only where nothing is", async () => {
    const text = await textOf(
      ...["rate: 72.5", AUDITED, "auditor: Le cabinet", "nonConformities: [une carte, un plan]"],
      ...["multiYearPlan: /schema.pdf", "actionPlan: au printemps", "contact: { form: /contact/ }"],
    );
    for (const part of [
      "est partiellement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2), en raison des non-conformités énumérées plus bas.",
      "72,5",
      "le jour 2026-02-01, mené par Le cabinet,",
      "<h3>Non-conformités</h3> <ul> <li>une carte</li> <li>un plan</li> </ul>",
      "<p>Aucune n’est invoquée à ce jour.</p>",
      '<a href="/schema.pdf">le schéma pluriannuel de mise en accessibilité</a>',
      "le plan d’action de l’année (au printemps)",
      '<a href="/contact/">Formulaire de contact</a>',
    ])
      expect(text).toContain(part);
  });
});

describe("the page about audience measurement", () => {
  const MATOMO = "matomo: https://stats.example.org/m/, siteId: 12";
  const textOf = (...lines: string[]): Promise<string> =>
    shown("/mesure-d-audience/", "audience.njk", audienceWords("fr"), lines);

  it("is in each language, linked at the foot of every page, and an editor's page cannot replace it", async () => {
    const own = texts({ "pages/mesure-d-audience": "title: La mienne" });
    const { urls, data } = await planned({ ...settings(`audience: { ${MATOMO} }`), ...POSTS, ...own });
    expect(urls("audience")).toEqual(["/mesure-d-audience/", "/en/audience/"]);
    expect(data("/", "audiencePage")).toEqual({ label: "Mesure d’audience", url: "/mesure-d-audience/" });
    expect(data("/en/", "audiencePage")).toMatchObject({ url: "/en/audience/" });
    const none = await planned(POSTS);
    expect([none.urls("audience"), none.data("/", "audiencePage")]).toEqual([[], undefined]);
  });

  it("names the host that receives visits, and lets readers object", async () => {
    expect(await textOf(`audience: { ${MATOMO} }`)).toMatch(/stats\.example\.org, où.*vous y opposer ici/);
  });
});

describe("what feeds say of a post", () => {
  const view = { src: "/pictures/pont.jpg", width: 8, height: 6, sources: [], sizes: "" };
  const shownAs = (alt: string, lines: string, text: Partial<Rendered>): Promise<Planned> =>
    planned(
      {
        ...texts({ "posts/2026-01-01-a": lines }),
        "content/site.yaml": "title: C\nurl: https://blog.example.org/b/\n",
      },
      {
        rendered: () => renderedOf(text),
        cover: () => ({ kind: "shown", ...view, card: view, thumb: view, alt, credit: "© Jo & Li" }),
      },
    );
  const htmlIn = ({ text }: Planned): string | undefined =>
    parseJsonFeed(text("/feed.json")).items?.[0]?.content_html;

  it("is its cover with its credit, and its corrections, above its text", async () => {
    const lines = "corrections: [{ date: 2026-02-04, text: Un < deux. }]";
    expect(htmlIn(await shownAs("Le <pont>", lines, {}))?.split("\n")).toEqual([
      '<figure><img src="https://blog.example.org/b/pictures/pont.jpg" alt="Le &lt;pont&gt;" width="8" height="6"><figcaption>© Jo &amp; Li</figcaption></figure>',
      "<p><strong>Correction (4 février 2026)</strong> – Un &lt; deux.</p>",
      "<p>Texte</p>",
    ]);
  });

  it("is only the credit of a cover that its text shows, and the description that the text has for it", async () => {
    const kept = await shownAs("", "", { cover: { kept: true } });
    expect(htmlIn(kept)).toBe("<p>© Jo &amp; Li</p>\n<p>Texte</p>");
    expect(htmlIn(await shownAs("", "", { cover: { kept: false, alt: "Un pont" } }))).toContain(
      'alt="Un pont"',
    );
  });
});
