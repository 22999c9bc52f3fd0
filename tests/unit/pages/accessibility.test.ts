import { describe, expect, it } from "vitest";
import type { StatementPart } from "../../../src/pages/parts.ts";
import { post } from "../content/site-root.ts";
import { planned, settings, type Planned } from "./planned.ts";

const POSTS = {
  "content/posts/2026-01-05-a.md": post("title: A"),
  "content/posts/en/2026-01-05-a.md": post("title: A"),
};
const declared = (...lines: string[]): Promise<Planned> =>
  planned({ ...settings("accessibility:", ...lines.map((line) => `  ${line}`)), ...POSTS });

describe("the mention in the footer of every page", () => {
  it.each([
    ["Accessibilité : non conforme", ["tools: [axe]"]],
    ["Accessibilité : partiellement conforme", ["auditedOn: 2026-02-01", "rate: 50"]],
    ["Accessibilité : totalement conforme", ["auditedOn: 2026-02-01", "rate: 100"]],
  ])("has the legal wording “%s”", async (label, lines) => {
    const { at } = await declared(...lines);
    for (const url of ["/", "/blog/2026/01/05/a/", "/accessibilite/"])
      expect(at(url).data.accessibilityMention).toEqual({ label, url: "/accessibilite/" });
    expect(at("/en/").data.accessibilityMention?.url).toBe("/en/accessibility/");
  });

  it("is absent without the `accessibility` setting, and so is the statement", async () => {
    const { at, urls } = await planned({ ...settings(), ...POSTS });
    expect(at("/").data.accessibilityMention).toBeUndefined();
    expect(urls("accessibility")).toEqual([]);
  });
});

describe("the accessibility statement", () => {
  const textOf = ({ at }: Planned): string => JSON.stringify(at("/accessibilite/").data["parts"]);

  it("says that nothing was audited and gives no rate, without a day of audit", async () => {
    const text = textOf(await declared("rate: 100"));
    expect(text).toContain("est non conforme");
    expect(text).toContain("aucun audit de conformité n’a encore été mené");
    expect(text).not.toMatch(/100\s%/);
  });

  it("lists what is declared, with a sentence only where nothing is", async () => {
    const { at } = await declared("auditedOn: 2026-02-01", "rate: 50", "exemptions: [une carte, un plan]");
    const parts = at("/accessibilite/").data["parts"] as { title?: string }[];
    const titled = (title: string): unknown => parts.find((one) => one.title === title);
    expect(titled("Contenus non accessibles")).toMatchObject({ level: 2 });
    expect(titled("Dérogations pour charge disproportionnée")).toEqual({
      title: "Dérogations pour charge disproportionnée",
      level: 3,
      own: true,
      sentences: [],
      items: [{ text: "une carte" }, { text: "un plan" }],
    });
    expect(titled("Contenus non soumis à l’obligation d’accessibilité")).toMatchObject({
      sentences: [{ text: expect.any(String) as string }],
      items: [],
    });
  });

  it("gives the rate, day, auditor, standard and non-conformities of the audit", async () => {
    const text = textOf(
      await declared(
        "rate: 72.5",
        "auditedOn: 2026-02-01",
        "auditor: Le cabinet",
        "nonConformities: [une carte]",
      ),
    );
    for (const part of [
      "est partiellement conforme",
      "RGAA 4.1.2",
      "72,5",
      "1er février 2026",
      "Le cabinet",
      "une carte",
    ])
      expect(text).toContain(part);
  });

  it("names the plans right after the commitment that they serve, before the scope", async () => {
    const { at } = await declared("multiYearPlan: /schema.pdf", "actionPlan: au printemps");
    const [commitment, scope] = at("/accessibilite/").data["parts"] as StatementPart[];
    expect(commitment?.sentences.map(({ text }) => text)).toEqual([
      expect.stringContaining("s’engage à"),
      expect.stringMatching(/^À cette fin, sont publiés\s:$/),
    ]);
    expect(commitment?.items).toEqual([
      { text: "", label: "le schéma pluriannuel de mise en accessibilité", url: "/schema.pdf" },
      { text: "le plan d’action de l’année (au printemps)" },
    ]);
    expect(scope?.sentences).toEqual([
      expect.objectContaining({ text: "Cette déclaration s’applique au site" }),
    ]);
  });

  it.each([
    ["en raison des non-conformités énumérées plus bas.", "nonConformities: [une carte]"],
    ["en raison des dérogations énumérées plus bas.", "exemptions: [un plan]"],
    [
      "en raison des non-conformités et des dérogations énumérées plus bas.",
      "nonConformities: [une carte]",
      "exemptions: [un plan]",
    ],
  ])("gives as its reason only what it lists: “%s”", async (reason, ...lines) => {
    expect(textOf(await declared("auditedOn: 2026-02-01", "rate: 50", ...lines))).toContain(reason);
  });

  it("leads to the contact form by a link whose name says so", async () => {
    const { at } = await declared("contact: { form: /contact/ }");
    const parts = at("/accessibilite/").data["parts"] as StatementPart[];
    const contact = parts.find(({ title }) => title === "Retour d’information et contact");
    expect(contact?.items).toEqual([{ text: "", label: "Formulaire de contact", url: "/contact/" }]);
  });

  it("offers redress to who got no answer, as to who got a bad one", async () => {
    expect(textOf(await declared("tools: [axe]"))).toContain(
      "vous n’avez pas obtenu de réponse satisfaisante",
    );
  });
});
