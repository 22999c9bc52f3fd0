import { expect, it } from "vitest";
import { say } from "../../support/command.ts";
import { makeSite } from "../../support/site.ts";

const page = (title: string, text: string, head = ""): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><nav>Menu</nav><main>${text}</main></body></html>`;

const files = {
  "content/site.yaml": "title: A\nlang: fr\n",
  "_base/index.html": page("A", "un"),
  "_base/a/index.html": page("A", "un deux trois"),
  "_base/b/index.html": page("B", "texte"),
  "_base/c/index.html": page("C", "texte"),
  "_base/assets/x.css": "",
  "_site/index.html": page("A", "un"),
  "_site/a/index.html": page("A", "un deux quatre cinq").replace("Menu", "Autre menu"),
  "_site/b/index.html": page("B", "", '<meta http-equiv="refresh" content="0; url=/a/">'),
  "_site/d/index.html": page("D `&` <b>@ana</b>", "nouveau"),
};

it("says what is lost, redirected, added and changed, for readers only", async () => {
  const { root } = makeSite(files);
  const { status, out } = await say("report", root, "--base", "_base", "--url", "https://apercu.example");
  expect(status).toBe(0);
  expect(out).toMatch(
    /^## Ce que cette proposition change\n\n### Adresses perdues[^\n]*\(1\)\n\n- `\/c\/`\n/,
  );
  expect(out).toContain("- `/b/` → `/a/`");
  // Nothing in a title acts as Markdown, HTML or a mention.
  expect(out).toContain("- `/d/` `D '&' <b>@ana</b>`");
  expect(out).toContain("- `/a/` `A`\n");
  expect(out).toContain("<https://apercu.example>");
  expect(JSON.parse((await say("report", root, "--base", "_base", "--format", "json")).out)).toMatchObject({
    lost: ["/c/"],
    moved: [{ url: "/b/", to: "/a/" }],
  });
});

it("says that nothing changes, and what is missing", async () => {
  const { root } = makeSite(files);
  expect((await say("report", root, "--base", "_site")).out).toContain("Aucun texte ne change.");
  expect(await say("report", root)).toMatchObject({
    status: 2,
    err: expect.stringContaining("--base") as string,
  });
  expect((await say("report", root, "--base", "rien")).status).toBe(2);
});
