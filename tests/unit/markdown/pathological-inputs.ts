// Inputs that make careless parsers slow. Run by pathological.test.ts.
// At these sizes, a linear parser takes some hundredths of a second, a quadratic one tens of seconds. limits.long.test.ts has
// texts of a megabyte.

/** How often a piece is repeated. */
export const N = 5000;

const pieces = (text: string, separator = "|"): string[] => text.split(separator);

/** Pieces repeated in one paragraph. */
export const RUNS: readonly string[] = [
  ...pieces(
    "< & ~~ ~ ` ``` * ** *** _ __ { } {{ {% [ ] ( ) ! | : :: ^ ^[ [^ $ \\ \\* # @ ' \" « » … - -- = . %",
    " ",
  ),
  ...pieces(
    `a@|a@b.fr |www.|www.a.fr |:a: |a^b|http://|http ://|http://a.fr |http://a.fr/_ |_http://a.fr/a_ |mailto:|://`,
  ),
  ...pieces(`&amp;|&#1|&a;|&copy|[aa] [1 |[a b] [1] |![a](a.png) {width=1} |*a*{width=1} |*a* {width=1 % `),
  ...pieces(
    `*a_ |a**b |**a |a** |_a |*a **a |**a :**b |** a |_« a |»_a |a**« |~~a |~a ~~b |*_|_*a|**a** *b* |***a ** b* `,
  ),
  ...pieces(
    `[a](|[a](<b|[(](|[a] (/b|![|![[]()|[http://a.fr b|![a](b.jpg)|a[](/b)|[a][|[a]: |[^a] |^[a |[^a]: `,
  ),
  ...pieces(
    `a <!-- |a <?|a <![CDATA[|a <!A |a <b |a <b c="|<b>|</b>|<a href=x>|a <svg>|a <a-b> |<a b=“|<a b=“c”> `,
  ),
  ...pieces(
    `{.a |{.a} |**b**{.a} |{#a} |{{ a }} |{{a({ |{% a |::video[a]{|[ ] |mot |[embed]|[gallery a=|*[a]: b |::: a `,
  ),
  ...pieces(
    `[aa][|[aa][bb] |[aa(https://a.b) |[aa(|][|aa][bb|[a](b |](x |[a] (|\`\` \` |[a](b (|](b (c) |[a](/b\n|> |1.a\n|– a.\n`,
  ),
  "a | b ",
  "• a\n",
];

/** Repeated lines. */
export const LINES: readonly string[] = [
  ...pieces(
    `> a%>%> [!NOTE]\n> a\n%- a%- a\n%1. a%- [ ] a%* a\n  > b%# a%## a {#b}%a\n===%===\na\n===%## a##\n%> ### a[](/b)\n`,
    "%",
  ),
  ...pieces(
    `## <a name="b"></a>a%**[a](/b)**\n%a\n{: .b}%<!-- {{ a%a\n---%***%#Titre a\n%<!-- a <!-- b -->%a\n: b\n%: a%a  %a\\`,
    "%",
  ),
  ...pieces(`| a | b |%| a | b |\n%|a\\|b|%|-|-|%| a |\n|---|\n| b |\n%|---|---|---|%| a | b\n|---|`, "%"),
  ...pieces(
    `~~~a%    a%<div>%<div>\n%<br>\n## a\n- b\n%<br>\n| a |%a \\\n%</div>\n%<svg>%<table><tr><td>%<p>a%<ul><li>%<!--%<!--\n%<?a`,
    "%",
  ),
  ...pieces(
    `<pre>\n%<script>\n%<style>\n%<details>\n%<center>a</center>%<img src="a.jpg">%<img src="a.jpg">\n_b_\n`,
    "%",
  ),
  ...pieces(
    `![a](b.jpg)\n_c_\n%https://youtu.be/abcdefghijk\n%::video[a]{url=b}\n%<iframe src=//a></iframe>\n`,
    "%",
  ),
  ...pieces(
    `[a]: b%[a]: b "c%[a](/b-%[a](/b-\nc "d%[^a]: b\n%[a%\u00a0%\u00a0\n%\t\ta%_a_\n%**a**\n%*[a]: b\n`,
    "%",
  ),
  "```",
  "- ```",
];

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** Inputs that grow in another way. They contain their own marker words. */
export const OTHERS: readonly [title: string, body: string][] = [
  ["5,000 nested quotations", `alpha\n\n${">".repeat(N)} omega`],
  ["5,000 nested quotations and lists", `alpha\n\n${"> - ".repeat(N)} omega`],
  ["a list nested 2,000 times", `alpha\n\n${lines(2000, (i) => `${" ".repeat(i * 2)}- a`)}\n\nomega`],
  ["emphasis nested 10,000 times", `alpha ${"*a **a ".repeat(N)}b${" a** a*".repeat(N)} omega`],
  ["links nested 5,000 times", `alpha ${"[".repeat(N)}a${"](b)".repeat(N)} omega`],
  ["brackets nested 100,000 times", `alpha ${"[".repeat(100_000)}${"]".repeat(100_000)} omega`],
  ["runs of backticks of every length", `alpha ${lines(600, (i) => `e${"`".repeat(i)}`)} omega`],
  ["elements nested 5,000 times", `alpha\n\n${"<div>".repeat(N)}b${"</div>".repeat(N)}\n\nomega`],
  ["5,000 definitions", `alpha\n\n${lines(N, (i) => `[${String(i)}]: /b`)}\n\nomega`],
  ["5,000 attributes", `alpha <b${' c="d"'.repeat(N)}>b</b> omega`],
  ["5,000 classes", `alpha omega {${".a ".repeat(N)}}`],
  [
    "a table of 5,000 short rows under 500 columns",
    `alpha ${"|a".repeat(500)}|\n${"|-".repeat(501)}|\n${"|b|\n".repeat(N)}\nomega`,
  ],
  [
    "2,000 notes",
    `alpha ${lines(2000, (i) => `[^n${String(i)}]`)}\n\n${lines(2000, (i) => `[^n${String(i)}]: b\n`)}\n\nomega`,
  ],
  ["5,000 references to one note", `alpha ${"[^a] ".repeat(N)} omega\n\n[^a]: b`],
  [
    "5,000 references",
    `alpha ${lines(N, (i) => `[r${String(i)}]`)}\n\n${lines(N, (i) => `[r${String(i)}]: /${String(i)}`)}\n\nomega`,
  ],
  ["200 links in brackets, and a brace", `alpha [${"[a](/b) ".repeat(200)} [c]{ omega`],
  [
    "a style with many spaces between its sizes",
    `alpha <img src="a.jpg" alt="b" style="${`width:${" ".repeat(100)}`.repeat(100)}!:"> omega`,
  ],
  ["5,000 equal headings", `alpha\n\n${"## a\n\n".repeat(N)}omega`],
  ["one megabyte on one line", `alpha ${"mot ".repeat(250_000)}omega`],
  ["one word of a megabyte", `alpha ${"x".repeat(1_000_000)} omega`],
  ["one megabyte of no-break spaces", `alpha${"\u00a0".repeat(1_000_000)}omega`],
  ["one address of a megabyte", `alpha www.a.fr/${"(".repeat(500_000)}${")".repeat(500_000)} omega`],
  ["5,000 addresses without spaces", `alpha ${"http://a.fr/".repeat(5000)} omega`],
  ["one address that ends in 100,000 entities", `alpha www.a.fr/${"&a;".repeat(100_000)} omega`],
  ["a caption of 100,000 spaces", `alpha omega\n\n![a](b.jpg)\n*a${" ".repeat(100_000)}b`],
  ["5,000 lines of attributes", `alpha\n\n${"![a](b.jpg)\n{: .c}\n".repeat(N)}_d_\n\nomega`],
  ["10,000 pictures with captions in one paragraph", `alpha\n${"![a](b.jpg)\n_c_\nd\n".repeat(2 * N)}omega`],
  [
    "5,000 addresses of videos in one paragraph",
    `alpha\n\n${"https://youtu.be/abcdefghijk\n".repeat(N)}\nomega`,
  ],
  ["one line of 100,000 entities of no-break spaces", `alpha\n${"&nbsp;".repeat(100_000)}x\nomega`],
  [
    "5,000 comments with another inside, in one element",
    `alpha\n\n<div>\n${"<!-- a <!-- b -->\n".repeat(N)}</div>\n\nomega`,
  ],
  ["60,000 comments in one that is never closed", `alpha omega\n\n${"<!-- ".repeat(60_000)}`],
  [
    "2,500 notes, and one of them 2,500 times more",
    `alpha[^1]\n\n${lines(N / 2, (i) => `[^${String(i + 1)}]: a\n`)}\n${"[^1]: a\n\n".repeat(N / 2)}omega`,
  ],
  ["5,000 tables", `alpha\n\n${"| a | b |\n|---|---|\n| c | d |\n\n".repeat(N)}omega`],
  ["100,000 unfinished notes", `alpha [^a]: x\n\n${"[^".repeat(50_000)}${"^[".repeat(50_000)} omega`],
  ["one line of links", `alpha ${"mot_a **b** [x](http://y.fr/a) ".repeat(10_000)} omega`],
  ["50,000 unclosed drawings", `alpha\n\n${"<svg>\n".repeat(50_000)}`],
  ["20,000 unclosed headings", `alpha\n\n${"<h2>a <svg>\n".repeat(20_000)}`],
  ["5,000 raw HTML pictures in one block", `alpha\n\n<div>\n${"<img src=a>\n_a_\n".repeat(N)}\n\nomega`],
  ["5,000 videos in one paragraph", `alpha ${"<video></video> ".repeat(N)} omega`],
  ["5,000 no-break spaces in items", `alpha\n\n${"- a\n  \u00a0\n".repeat(N)} omega`],
  ["an unclosed comment before 5,000 paragraphs", `alpha\n\n<!--\n\n${"a\n\n".repeat(N)}omega`],
];
