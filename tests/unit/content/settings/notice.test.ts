import { describe, expect, it } from "vitest";
import { loadSettings, type LoadedSite } from "../site-root.ts";

const until = (day: string, ...lines: string[]): Promise<LoadedSite> =>
  loadSettings(`notice: { text: Fermé, until: ${day} }`, ...lines);

describe("a notice", () => {
  it("may be only its text, and then has no end", async () => {
    const { content, problems } = await loadSettings("notice: 'Fermé : revenez !'");
    expect(problems).toEqual([]);
    expect(content.site.notice).toEqual({ text: "Fermé\u00a0: revenez\u202f!" });
    expect(content.nextChange).toBeUndefined();
  });

  it("has the typography of each of its languages", async () => {
    const { content } = await loadSettings("notice: { text: { fr: Fermé !, en: Closed! } }");
    expect(content.site.notice?.text).toEqual({ fr: "Fermé\u202f!", en: "Closed!" });
  });

  it("is shown on its last day, at whose end in the site’s time zone the site next changes", async () => {
    const { content } = await until("2026-03-02");
    expect(content.site.notice).toMatchObject({ text: "Fermé" });
    expect(content.nextChange).toEqual({
      at: new Date("2026-03-02T23:00:00Z"),
      file: "content/site.yaml",
      what: "notice",
    });
  });

  it("is not shown after its last day, and not reported", async () => {
    const { content, problems } = await until("2026-03-01");
    expect(problems).toEqual([]);
    expect(content.site.notice).toBeUndefined();
    expect(content.nextChange).toBeUndefined();
  });

  it("is the next change of the site if it ends before the site is archived", async () => {
    const archived = await until("2026-03-20", "archived: 2026-03-10");
    expect(archived.content.nextChange).toMatchObject({ what: "archived" });
    const noticed = await until("2026-03-05", "archived: 2026-03-10");
    expect(noticed.content.nextChange).toMatchObject({ what: "notice" });
  });
});

describe("the link of a notice", () => {
  it.each([
    ["notice: { text: Fermé, url: /ferme/ }", [["/ferme/", "2:29"]]],
    [
      "notice: { text: Fermé, url: { fr: /ferme/, en: https://a.example/ } }",
      [
        ["/ferme/", "2:35"],
        ["https://a.example/", "2:48"],
      ],
    ],
    ["notice: /ferme/", []],
  ])("is found like any other link of the settings: %s", async (line, links) => {
    const { content } = await loadSettings(line);
    expect(
      content.settingLinks.map(({ href, place }) => [href, `${String(place.line)}:${String(place.column)}`]),
    ).toEqual(links);
  });
});

describe("a notice without words in the site’s language", () => {
  it.each([
    ["notice: { text: { en: Closed } }", "fr"],
    ["notice: { text: { fra: Fermé, en: Closed } }", "fr"],
    ["notice: { text: { fr: Fermé } }", "en", "lang: en"],
  ])("gets a warning, since most pages would not show it: %s", async (line, lang, ...lines) => {
    const { problems } = await loadSettings(line, ...lines);
    expect(problems).toMatchObject([{ code: "language", severity: "warn", line: 2, column: 17 }]);
    expect(problems[0]?.hint).toContain(`${lang}: `);
  });

  it.each([
    ["if it has words in that language too", "notice: { text: { fr: Fermé, en: Closed } }"],
    ["if its text names no language", "notice: { text: Fermé }"],
    ["once its last day has passed", "notice: { text: { en: Closed }, until: 2026-03-01 }"],
  ])("gets no warning %s", async (_, line) => {
    expect((await loadSettings(line)).problems).toEqual([]);
  });
});

describe("a mistake in a notice", () => {
  it.each([
    ["notice: { text: Fermé, until: 2027-02-30 }", "2:31", "notice: { text: Fermé, until: 2027-02-28 }"],
    ["notice: { text: Fermé, until: 15/01/2027 }", "2:31", "notice: { text: Fermé, until: 2027-01-15 }"],
    ["notice: { text: Fermé, until: bientôt }", "2:31", "until: 2027-01-15"],
    ["notice: { until: 2027-01-15 }", "2:1", "text: Une phrase pour tous les lecteurs."],
    ["notice: oui", "2:9", "notice: { text: Une phrase pour tous les lecteurs., until: 2027-01-15 }"],
    ["notice: ''", "2:9", "notice: { text: Une phrase pour tous les lecteurs., until: 2027-01-15 }"],
    ["notice: [Fermé]", "2:9", "notice: Fermé"],
  ])("%s is refused at its place, with a fix", async (line, place, hint) => {
    const { problems, content } = await loadSettings(line);
    expect(problems).toMatchObject([{ file: "content/site.yaml", severity: "error" }]);
    const [{ line: at, column, hint: told } = { line: 0, column: 0, hint: "" }] = problems;
    expect(`${String(at)}:${String(column)}`).toBe(place);
    expect(told).toContain(hint);
    expect(content.site.notice).toBeUndefined();
  });

  it("`off` is refused: a notice is text or a map", async () => {
    const { problems } = await loadSettings("notice: off");
    expect(problems[0]?.message).toContain("il faut du texte ou des clés et des valeurs");
  });

  it.each([
    ["notice: '**Fermé** demain'", "2:9", "notice: Fermé demain"],
    [
      "notice: { text: { fr: Fermé, en: '**Closed**' } }",
      "2:34",
      "notice: { text: { fr: Fermé, en: Closed } }",
    ],
    ["notice:\n  text: Voir [la page](/ferme/)", "3:9", "  text: Voir la page"],
  ])("Markdown gets a warning, since it would be shown as typed: %s", async (line, place, hint) => {
    const { problems } = await loadSettings(line);
    expect(problems).toMatchObject([{ code: "plain-value", severity: "warn", hint }]);
    expect(`${String(problems[0]?.line)}:${String(problems[0]?.column)}`).toBe(place);
  });

  it("an unknown key and an unknown language are reported", async () => {
    const { found, content } = await loadSettings(
      "notice: { text: { fr: Fermé, francais: Fermé }, jusqua: demain }",
    );
    expect(found).toEqual(["content/site.yaml:2:30 unknown-key", "content/site.yaml:2:49 unknown-key"]);
    expect(content.site.notice).toMatchObject({ text: { fr: "Fermé" } });
  });
});
