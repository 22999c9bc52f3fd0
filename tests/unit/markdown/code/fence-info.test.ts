// Tests what is read on the line that opens a code block: a language, options of tools, or code in the wrong place.
import { describe, expect, it } from "vitest";
import { readFenceInfo } from "../../../../src/markdown/code/fence-info.ts";
import { fenceLanguages, prepareHighlighter } from "../../../../src/markdown/code/highlighter.ts";
import { html, problems, type Setting } from "../support.ts";

const KNOWN = new Set(["js", "bash", "yaml", "python", "ts", "diff"]);
const read = (info: string): string => {
  const { language, text } = readFenceInfo(info, (name) => KNOWN.has(name));
  return `${language}|${text}`;
};

describe("the line that opens a code block", () => {
  it.each([
    ["", "|"],
    ["js", "js|"],
    ["text", "text|"],
    ['js title="a b.js" {1,3-4} showLineNumbers', "js|"],
    ["js{1,3}", "js|"],
    ["{.python .numberLines}", "|"],
    ["{r plot, echo=FALSE}", "|"],
    ["js [app.js] /const a/ hl_lines='1 2'", "js|"],
    ["python linenums=1 1-3", "python|"],
    ["ts twoslash noErrors", "ts|"],
    ["diff js", "diff|"],
    ["js src/app.js", "js|"],
    ["zorglub", "zorglub|"],
    ['zorglub title="a"', "zorglub|"],
  ])("names a language and its options: %j", (info, expected) => {
    expect(read(info)).toBe(expected);
  });

  it.each([
    ["git clone https://example.org/a.git", "|git clone https://example.org/a.git"],
    ["npm install", "|npm install"],
    ["ls -l", "|ls -l"],
    ["Du texte simple", "|Du texte simple"],
    ["bash npm install", "bash|npm install"],
    ["yaml title: Le bilan", "yaml|title: Le bilan"],
    ["yaml tags:", "yaml|tags:"],
    ["text Bonjour à tous", "text|Bonjour à tous"],
    ["js const a = 1;", "js|const a = 1;"],
    ['js { "titre": "Bilan" }', 'js|{ "titre": "Bilan" }'],
    ["js {", "js|{"],
    ["yaml {% if a %}", "yaml|{% if a %}"],
    ["yaml {{ a }}", "yaml|{{ a }}"],
  ])("holds code: %j", (info, expected) => {
    expect(read(info)).toBe(expected);
  });
});

describe("code beside a fence", () => {
  const settingOf = async (body: string): Promise<Setting> => {
    const highlighter = await prepareHighlighter(fenceLanguages(body));
    return highlighter === undefined ? {} : { highlighter };
  };

  it("is shown on the first line of the code, coloured with it, and reported", async () => {
    const body = "```yaml title: Le bilan\ndraft: true\n```";
    const setting = await settingOf(body);
    expect(html(body, setting)).toMatch(
      /^<pre class="code" tabindex="0"><code class="language-yaml"><span class="tok-[a-z]+">title<\/span>.*\n.*draft/,
    );
    const [problem] = problems(body, setting);
    expect(problem).toMatchObject({ line: 1, column: 1, code: "code-beside-fence", severity: "warn" });
    expect(problem?.message).toContain("`title: Le bilan`");
    expect(problem?.hint).toContain("sous ```yaml");
  });

  it("is shown where no language is named, and is not taken for one", async () => {
    const body = "- ~~~git clone a\n  cd a\n  ~~~\n\n```Étape 1 : lire\n```";
    const setting = await settingOf(body);
    expect(html(body, setting)).toContain("<code>git clone a\ncd a\n</code>");
    expect(html(body, setting)).toContain("<code>Étape 1 : lire\n</code>");
    expect(problems(body, setting).map(({ code, line }) => `${String(line)} ${code}`)).toEqual([
      "1 code-beside-fence",
      "5 code-beside-fence",
    ]);
  });
});
