import { describe, expect, it } from "vitest";
import { fenceLanguages, prepareHighlighter } from "../../../src/markdown/code.ts";
import { html } from "./support.ts";

async function coloured(body: string): Promise<string> {
  const highlighter = await prepareHighlighter(fenceLanguages(body));
  return html(body, highlighter === undefined ? {} : { highlighter });
}

describe("code in a known language", () => {
  it("is coloured with classes, without inline styles, and as often as it stands in a text", async () => {
    const page = await coloured('```python\nreturn "a<b" # c\n```\n\n> ```ts {.a}\n> let a = 1\n> ```');
    expect(page).toContain(
      '<span class="tok-keyword">return</span> <span class="tok-string">&quot;a&lt;b&quot;</span>',
    );
    expect(page).toContain('<span class="tok-keyword">let</span>');
    expect(page).not.toContain("style=");
  });

  it("is plain beyond 1,000 lines or 50,000 characters", async () => {
    expect(await coloured(`\`\`\`js\n${"a = 1\n".repeat(1001)}\`\`\``)).not.toContain("tok-");
    expect(await coloured(`\`\`\`js\n${'"a"'.repeat(20_000)}\n\`\`\``)).not.toContain("tok-");
  });
});

it("leaves code in another language plain", async () => {
  expect(await coloured("```zorglub\n<x>\n```")).toContain('<code class="language-zorglub">&lt;x&gt;');
});

it("loads nothing if no fence names a language, and prepares the same languages once", async () => {
  expect(await prepareHighlighter(fenceLanguages("Un texte.\n\n```\nx\n```"))).toBeUndefined();
  expect(await prepareHighlighter(["css", "js"])).toBe(await prepareHighlighter(["css", "js"]));
});
