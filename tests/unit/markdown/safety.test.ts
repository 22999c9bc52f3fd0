import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { html } from "./support.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  "<script src=//evil.example></script >x",
  "a<script>alert(1)",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<<script>alert(1)//<</script>",
  '<img src=x onerror="alert(1)">',
  "<img/src=x/onerror=alert(1)>",
  '<img src="x" style="background:url(javascript:alert(1))">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JAVA&#x09;SCRIPT:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a>',
  "[x](javascript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "![x](data:text/html;base64,PHNjcmlwdD4=)",
  '<iframe srcdoc="<script>alert(1)</script>" src="https://vimeo.com/1"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe src="https://vimeo.com.evil.example/1"></iframe>',
  '<iframe src="https://user@vimeo.com/1"></iframe>',
  '<iframe src="https://vimeo.com/1" title=\'"><script>alert(1)</script>\'></iframe>',
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<math><mtext><script>alert(1)</script></mtext></math>",
  '<base href="//evil.example">',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  '<link rel=stylesheet href="//evil.example">',
  '<form action="//evil.example"><input name=a><button formaction=x>b</button></form>',
  "<object data=x></object><embed src=x><applet code=x></applet>",
  "<style>@import '//evil.example';</style>",
  "<style><img src=x onerror=alert(1)>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  "<textarea></textarea><img src=x onerror=alert(1)>",
  "<title></title><img src=x onerror=alert(1)>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<!-- --!><img src=x onerror=alert(1)> -->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<?xml <img src=x onerror=alert(1)> ?>",
  '<video src=x onerror=alert(1)><source src="https://evil.example/a" onerror=x></video>',
  '<b id="location" id=x name=cookie>x</b>',
  "## x {onclick=alert(1) style=x}",
  "![x](a.jpg){onerror=alert(1)}",
  '```js" onclick="alert(1)\nx\n```',
  '> [!NOTE" onclick=x]\n> x',
  '[^"onclick=x]\n\n[^"onclick=x]: y',
  "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  '<p title="a" b="</p><script>alert(1)</script>">x</p>',
  "<xmp><script>alert(1)</script></xmp>",
  "<plaintext><script>alert(1)</script>",
  "<template><script>alert(1)</script></template>",
  "<details ontoggle=alert(1) open><summary>x</summary></details>",
  "<marquee onstart=alert(1)>x</marquee>",
];

const ALLOWED = new Set(
  (
    "a abbr b blockquote br button code dd del details div dl dt em figure h2 h3 h4 h5 h6 i iframe img input kbd label li ol p pre q s section span " +
    "strong sub summary sup table tbody td template th thead tr u ul video audio source"
  ).split(" "),
);

describe("hostile HTML never reaches the page", () => {
  it.each(HOSTILE)("%s", (body) => {
    const seen: string[] = [];
    const stack: string[] = [];
    const parser = new Parser({
      onopentag(name, attributes) {
        if (!ALLOWED.has(name)) seen.push(`<${name}>`);
        stack.push(name);
        for (const [attribute, value] of Object.entries(attributes)) {
          if (/^on|^style$|^srcdoc$|^formaction$|^srcset$/.test(attribute)) seen.push(attribute);
          if (
            /^(?:href|src|poster)$/.test(attribute) &&
            /^\s*(?:javascript|data|vbscript|file):/i.test(value)
          )
            seen.push(value);
          if (attribute === "id" && ["location", "cookie"].includes(value)) seen.push(value);
          if (name === "iframe" && attribute === "src" && !value.startsWith("https://player.vimeo.com/"))
            seen.push(value);
        }
      },
      onclosetag(name, implied) {
        if (implied && !["img", "br", "input", "source"].includes(name)) seen.push(`unclosed ${name}`);
      },
    });
    parser.end(html(body));
    expect(seen).toEqual([]);
  });
});

describe("text around hostile HTML stays", () => {
  it.each(HOSTILE)("%s", (body) => {
    const around = html(`avant\n\n${body}\n\naprès`);
    expect(around).toContain("<p>avant</p>");
    expect(around).toMatch(/<p>après<\/p>|après/);
  });
});

describe("an id never has the name of a property of `document` or `window`", () => {
  const IDS = [
    "body",
    "cookie",
    "implementation",
    "currentScript",
    "defaultView",
    "getElementById",
    "onload",
    "timeline",
  ];
  it.each(IDS)("%s", (id) => {
    for (const body of [
      `## a {#${id}}`,
      `<p id="${id}">a</p>`,
      `<a name="${id}"></a>`,
      `<h2 id="${id}">a</h2>`,
    ])
      expect(html(body)).toContain(`id="${id}-1"`);
  });
});
