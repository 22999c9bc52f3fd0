import { describe, expect, it } from "vitest";
import { redirectPages, redirectsFile } from "../../../src/pages/entries.ts";
import { createEnvironment } from "../../../src/eleventy/environment.ts";
import { statementWords } from "../../../src/strings/accessibility.ts";
import { audienceWords } from "../../../src/strings/audience.ts";
import { ui } from "../../../src/strings/ui.ts";
import { post } from "../content/site-root.ts";
import { siteOf } from "../feeds/samples.ts";
import { planned, settings, type Planned } from "./planned.ts";

const POSTS = {
  "content/posts/2026-01-05-a.md": post("title: A"),
  "content/posts/en/2026-01-05-a.md": post("title: A"),
};

const REDIRECTS = [
  { from: "/ancien", to: "/blog/" },
  { from: "/vieux.html", to: "/files/guide.pdf" },
  { from: "/forum/", to: "https://ailleurs.example/" },
];

it("old addresses have a page each, hidden from search engines, and a line in `_redirects`", () => {
  const site = { ...siteOf(), basePath: "/b/" };
  const pages = redirectPages(site, REDIRECTS);
  expect(pages.map(({ url, data, noindex }) => [url, data["target"], data["targetUrl"], noindex])).toEqual([
    ["/ancien/", "/blog/", "https://blog.example.org/b/blog/", true],
    ["/vieux.html", "/files/guide.pdf", "https://blog.example.org/b/files/guide.pdf", true],
    ["/forum/", "https://ailleurs.example/", "https://ailleurs.example/", true],
  ]);
  expect(redirectsFile(site, REDIRECTS)).toBe(
    "/b/ancien /b/blog/ 301\n/b/vieux.html /b/files/guide.pdf 301\n/b/forum/ https://ailleurs.example/ 301\n",
  );
  // Netlify would serve the page of the old address instead.
  expect(redirectsFile({ ...site, host: "netlify" }, REDIRECTS.slice(0, 1))).toBe(
    "/b/ancien /b/blog/ 301!\n",
  );
  expect(redirectsFile(site, [])).toBe("");
});

/** The text of a page made from settings, as its layout shows it. */
function shown({ at }: Planned, url: string, layout: string, words: object): string {
  const env = createEnvironment("tests/unit/layouts/none", "layouts", {
    url: (path: string) => path,
    absolute: (path: string) => `https://blog.example.org${path}`,
    longDate: (day: string) => `le jour ${day}`,
  });
  const source = `{% extends "${layout}" %}{% block head %}{% endblock %}{% block header %}{% endblock %}{% block footer %}{% endblock %}{% block scripts %}{% endblock %}`;
  const html = env.renderString(source, { ...at(url).data, t: ui("fr"), siteTitle: "Carnet", words });
  return html.replace(/\s+/g, " ");
}

describe("the accessibility statement", () => {
  const declared = (...lines: string[]): Promise<Planned> =>
    planned({ ...settings("accessibility:", ...lines.map((line) => `  ${line}`)), ...POSTS });
  const textOf = async (...lines: string[]): Promise<string> =>
    shown(await declared(...lines), "/accessibilite/", "accessibility-statement.njk", statementWords("fr"));

  it.each([
    ["Accessibilité : non conforme", ["tools: [axe]"]],
    ["Accessibilité : partiellement conforme", ["auditedOn: 2026-02-01", "rate: 50"]],
    ["Accessibilité : totalement conforme", ["auditedOn: 2026-02-01", "rate: 100"]],
  ])("is mentioned at the foot of every page in the legal words “%s”", async (label, lines) => {
    const { at } = await declared(...lines);
    for (const url of ["/", "/blog/2026/01/05/a/", "/accessibilite/"])
      expect(at(url).data.accessibilityMention).toEqual({
        label: label.replace(" :", "\u00a0:"),
        url: "/accessibilite/",
      });
    expect(at("/en/").data.accessibilityMention?.url).toBe("/en/accessibility/");
  });

  it("is absent without the setting, and so is its mention", async () => {
    const { at, urls } = await planned({ ...settings(), ...POSTS });
    expect(at("/").data.accessibilityMention).toBeUndefined();
    expect(urls("accessibility")).toEqual([]);
  });

  it("says that nothing was audited and gives no rate, without a day of audit", async () => {
    const text = await textOf("rate: 100");
    expect(text).toContain("Carnet est non conforme");
    expect(text).toContain("aucun audit de conformité n’a encore été mené");
    expect(text).not.toMatch(/100\s%/);
    expect(text).toContain("vous n’avez pas obtenu de réponse satisfaisante");
    expect(text).toContain("Aucun moyen de contact");
  });

  it("gives the audit, and lists what is declared, with a sentence only where nothing is", async () => {
    const text = await textOf(
      "rate: 72.5",
      "auditedOn: 2026-02-01",
      "auditor: Le cabinet",
      "nonConformities: [une carte, un plan]",
      "multiYearPlan: /schema.pdf",
      "actionPlan: au printemps",
      "contact: { form: /contact/ }",
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

  it.each([
    ["low", "rate: 30"],
    ["exemptions", "rate: 50", "exemptions: [un plan]"],
    ["both", "rate: 50", "nonConformities: [une carte]", "exemptions: [un plan]"],
  ])("gives as its reason only what it lists: %s", async (reason, ...lines) => {
    const { at } = await declared("auditedOn: 2026-02-01", ...lines);
    expect(at("/accessibilite/").data["reason"]).toBe(reason);
  });
});

describe("the page about audience measurement", () => {
  const MATOMO = "matomo: https://stats.example.org/m/, siteId: 12";
  const textOf = async (...lines: string[]): Promise<string> =>
    shown(
      await planned({ ...settings(...lines), ...POSTS }),
      "/mesure-d-audience/",
      "audience.njk",
      audienceWords("fr"),
    );

  it("is in each language, linked at the foot of every page, and an editor's page cannot replace it", async () => {
    const plan = await planned({
      ...settings(`audience: { ${MATOMO} }`),
      ...POSTS,
      "content/pages/mesure-d-audience.md": "---\ntitle: La mienne\n---\n\nTexte.",
    });
    expect(plan.urls("audience")).toEqual(["/mesure-d-audience/", "/en/audience/"]);
    expect(plan.at("/").data.audiencePage).toEqual({
      label: "Mesure d’audience",
      url: "/mesure-d-audience/",
    });
    expect(plan.at("/en/").data.audiencePage?.url).toBe("/en/audience/");
    const none = await planned({ ...settings(), ...POSTS });
    expect(none.urls("audience")).toEqual([]);
    expect(none.at("/").data.audiencePage).toBeUndefined();
  });

  it("names the host that receives visits, and campaigns only with consent", async () => {
    const exempt = await textOf(`audience: { ${MATOMO}, consent: exempt }`);
    expect(exempt).toMatch(/stats\.example\.org, où.*vous y opposer ici/);
    expect(exempt).not.toContain("campagne");
    expect(await textOf(`audience: { ${MATOMO}, consent: ask }`)).toMatch(
      /stats\.example\.org, où.*Rien n’est envoyé sans votre accord.*seulement le nom de la campagne/,
    );
  });

  it("lists the hosts that `policy` opens, also if nothing is counted", async () => {
    const text = await textOf("policy: { scripts: [https://plausible.io], connect: [https://plausible.io] }");
    expect(text).toMatch(/Ce que les pages chargent d’ailleurs<\/h2>.*<li>plausible\.io<\/li> <\/ul>/);
    expect(text).not.toContain("data-answer");
  });
});
