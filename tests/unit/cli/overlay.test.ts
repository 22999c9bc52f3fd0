import { describe, expect, it } from "vitest";
import { coverPage } from "../../../src/cli/overlay.ts";
import type { ShownProblem } from "../../../src/shown-problems.ts";

const ERROR: ShownProblem = {
  file: "content/posts/2026-03-02-un.md",
  line: 3,
  column: 7,
  code: "bad-date",
  severity: "error",
  message: "Le mois de février 2026 n’a que 28 jours.",
  hint: "date: 2026-02-28",
};
const PAGE =
  '<!DOCTYPE html><html lang="fr"><head><title>Un</title></head><body class="post"><h1>Un</h1></body></html>';

describe("the overlay", () => {
  it("comes first in the page, as an alert with the file, the line, the message and the correction", () => {
    const html = coverPage(PAGE, [ERROR], "fr");
    expect(html).toMatch(/<body class="post"><section [^>]*role="alert"/);
    for (const text of ["content/posts/2026-03-02-un.md, ligne 3", ERROR.message, "date: 2026-02-28"])
      expect(html).toContain(text);
    expect(html).toContain("</section><h1>Un</h1></body>");
  });

  it("says in the page's title that there is an error", () => {
    expect(coverPage(PAGE, [ERROR], "fr")).toContain("<title>Erreur – Un</title>");
    expect(coverPage(PAGE, [ERROR], "en")).toContain("<title>Error – Un</title>");
  });

  it("says that there is no page when it replaces a missing one", () => {
    expect(coverPage(PAGE, [ERROR], "fr")).toContain("la dernière version correcte");
    const missing = coverPage(PAGE, [ERROR], "fr", false);
    expect(missing).toContain("Il n’y a pas encore de page à cette adresse.");
    expect(missing).not.toContain("la dernière version correcte");
    expect(coverPage(undefined, [ERROR], "fr", false)).toContain("La page apparaîtra ici");
  });

  it("shows every error, in the language of messages", () => {
    const html = coverPage(PAGE, [ERROR, { ...ERROR, file: "content/site.yaml", line: 9 }], "en");
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).toContain('lang="en"');
    expect(html).toContain("What was just saved has an error");
  });

  it("escapes text from the content", () => {
    const file = "content/posts/<img>.md";
    const html = coverPage(
      PAGE,
      [{ ...ERROR, file, message: "« <script>x</script> »", hint: 'a"&<b>' }],
      "fr",
    );
    expect(html).not.toMatch(/<script>|<img>/);
    expect(html).toContain("&lt;img&gt;");
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain("&lt;b&gt;");
  });

  it("removes the security policy of the page below, which would block its styles", () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="style-src 'self'">`;
    const html = coverPage(PAGE.replace("<title>", `${policy}<title>`), [ERROR], "fr");
    expect(html).not.toContain("Content-Security-Policy");
    expect(html).toContain("<h1>Un</h1>");
  });

  it("has styles of which each declaration is well formed", () => {
    const html = coverPage(PAGE, [ERROR], "fr");
    const declarations = [...html.matchAll(/style="([^"]*)"/g)].flatMap(([, style = ""]) => style.split(";"));
    expect(declarations).toEqual(expect.arrayContaining(["position:sticky", "margin:0", "color:#fff"]));
    for (const one of declarations) expect(one).toMatch(/^[a-z-]+:[^:;]+$/);
  });

  it("keeps replacement patterns such as `$&` as they are", () => {
    expect(coverPage(PAGE, [{ ...ERROR, hint: "prix: $& $1 $$" }], "fr")).toContain("prix: $&amp; $1 $$");
  });

  it("stands alone when there is no page, and does not mention one", () => {
    const html = coverPage(undefined, [ERROR], "fr");
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
    expect(html).toContain(ERROR.message);
    expect(html).not.toContain("La page ci-dessous");
  });

  it("covers a layout without a body tag", () => {
    expect(coverPage("<p>Un</p>", [ERROR], "fr")).toMatch(/role="alert"[\s\S]*<p>Un<\/p>$/);
  });
});
