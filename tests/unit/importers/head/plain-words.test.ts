import { expect, it } from "vitest";
import { withoutEntities } from "../../../../src/importers/head/plain-words.ts";

it.each([
  ["Bonne année &amp; bonne santé", "Bonne année & bonne santé"],
  ["L&#8217;été&hellip; &#xE9;ternel&nbsp;!", "L’été… éternel\u00a0!"],
  ["&lt;div&gt; expliqué", "<div> expliqué"],
  ["R&D ; &inconnu; & co", "R&D ; &inconnu; & co"],
  ["Un &amp;amp; montré", "Un &amp; montré"],
  ["Un <em>mot</em> &quot;dit&quot;", 'Un <em>mot</em> "dit"'],
])("%s becomes %s", (written, plain) => {
  expect(withoutEntities(written)).toBe(plain);
});
