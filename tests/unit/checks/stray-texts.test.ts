import { describe, expect, it } from "vitest";
import { checkStrayTexts } from "../../../src/checks/stray-texts.ts";
import { show } from "../../../src/shown-problems.ts";
import { load, post } from "../content/site-root.ts";

const FILE = "content/posts/2026-01-05-titre/index.md";

async function said(
  files: readonly string[],
  hrefs: readonly string[] = [],
  text = post("title: A"),
  other = "x",
): Promise<string[]> {
  const { content } = await load({ [FILE]: text, ...Object.fromEntries(files.map((file) => [file, other])) });
  const problems = checkStrayTexts(content, () => hrefs.map((href) => ({ href })));
  return show(problems, { lang: "fr" }).map(
    ({ file, severity, code, hint }) => `${file} ${severity} ${code}: ${hint}`,
  );
}

describe("a text that is not Markdown", () => {
  it.each([
    ["content/posts/2026-02-01-essai.txt", "renommez-le 2026-02-01-essai.md"],
    ["content/posts/2026-02-01-essai.md.txt", "renommez-le 2026-02-01-essai.md ;"],
    ["content/posts/19-05-09-Chiffres", "renommez-le 19-05-09-Chiffres.md ;"],
    ["content/posts/en/_2019-05-09-budget", "renommez-le _2019-05-09-budget.md ;"],
    ["content/pages/a-propos.adoc", "copiez son texte dans un fichier a-propos.md"],
  ])("is reported as a note: %s", async (file, fix) => {
    expect(await said([file])).toEqual([expect.stringContaining(`${file} note stray-file: `)]);
    expect((await said([file]))[0]).toContain(fix);
  });

  it.each<[file: string, fix?: string]>([
    ["content/posts/2026-02-01-essai.ml", "2026-02-01-essai.md"],
    ["content/posts/essai", "essai.md"],
    ["content/pages/a-propos.markdonw", "a-propos.md"],
    ["content/pages/a-propos.yml"],
  ])("is known by its header if its extension may be a slip: %s", async (file, fix) => {
    expect(await said([file], [], undefined, `${post("title: B", "draft: true")}Texte`)).toEqual(
      fix === undefined ? [] : [expect.stringContaining(`renommez-le ${fix} ;`)],
    );
    expect(await said([file], [], undefined, "Texte\n---\n")).toEqual([]);
  });

  it.each([
    ["content/posts/en/2026-02-01-essai.docx", "copiez son texte dans un fichier 2026-02-01-essai.md"],
    ["content/pages/a-propos.ODT", "copiez son texte dans un fichier a-propos.md"],
    ["content/posts/2026-01-05-titre/annexes/brouillon.docx", "Sortez-le de content/"],
    ["content/posts/budget.xlsx", "Sortez-le de content/"],
  ])("is reported as a warning if an office program made it: %s", async (file, fix) => {
    expect(await said([file])).toEqual([expect.stringContaining(`${file} warn stray-file: `)]);
    expect((await said([file]))[0]).toContain(fix);
  });

  it.each([
    ["content/posts/~$26-02-01-essai.docx", "content/pages/.~lock.a.odt#", "content/posts/~WRL0001.tmp"],
    ["content/posts/2026-02-01-a.md.bak", "content/posts/b/index.MD.orig", "content/pages/c.markdown.old"],
    ["content/posts/2026-02-01-a.md.crswap", "content/posts/.2026-02-01-a.md.swo"],
    ["public/docs/~$note.docx", "public/.~lock.a.odt#", "public/Thumbs.db", "public/img/Desktop.ini"],
  ])("is not a file of the site if a program or system left it behind: %s…", async (...files) => {
    const { content } = await load({
      [FILE]: post("title: A"),
      ...Object.fromEntries(files.map((file) => [file, "x"])),
    });
    expect(content.files).toEqual([]);
  });

  it.each([
    ["a document", "content/posts/plan.pdf"],
    ["a table of data", "content/posts/chiffres.csv"],
    ["a README", "content/posts/README.txt"],
    ["a hidden file", "content/posts/.notes.txt"],
    ["a file in a subfolder of a post", "content/posts/2026-01-05-titre/annexes/brouillon.txt"],
    ["a download in public/", "public/docs/modele.docx"],
  ])("is not reported for %s: %s", async (_title, file) => {
    expect(await said([file])).toEqual([]);
  });

  it("is not reported if a text links to it, whatever the form of the address", async () => {
    const file = "content/pages/modèle de note.docx";
    expect(await said([file])).toHaveLength(1);
    expect(await said([file], ["/media/pages/mod%C3%A8le%20de%20note.docx#a"])).toEqual([]);
  });

  it("is not reported if a text that an error keeps out links to it", async () => {
    const text = (body: string, line = "title: A"): string => post(line, "date: 2026-02-31") + body;
    expect(await said(["content/posts/a b.txt"], [], text("[a](../a%20b.txt)"))).toEqual([]);
    expect(await said(["content/posts/a b.txt"], [], text("[a](../a%20b.txt)", "draft: true"))).toEqual([]);
    expect(await said(["content/posts/a b.txt"], [], text("[a](../a.txt)"))).toHaveLength(1);
  });
});
