// Tests what becomes of codes of emoji in a text, and where they stay.
import { describe, expect, it } from "vitest";
import { withEmoji } from "../../../src/importers/emoji.ts";
import { busy } from "../../support/busy.ts";

const converted = (written: string): string => withEmoji(written).text;

describe("a code of emoji", () => {
  it.each([
    ["Bravo :tada: !", "Bravo 🎉 !"],
    [":+1::fr:", "👍🇫🇷"],
    ["[Le bilan :wink:](/bilan/#:wink:)", "[Le bilan 😉](/bilan/#:wink:)"],
    ["- Un\n\n    Suite :tada:\n", "- Un\n\n    Suite 🎉\n"],
    ["1. Un\n\n   > :bulb: `:bulb:` :bulb:", "1. Un\n\n   > 💡 `:bulb:` 💡"],
    ["<b title=':tada:'>:tada:</b>", "<b title=':tada:'>🎉</b>"],
    ["| :x: | :white_check_mark: |", "| ❌ | ✅ |"],
    ["```\n:tada:\n```\n:tada:", "```\n:tada:\n```\n🎉"],
    ["`` ` :tada: `` :tada:", "`` ` :tada: `` 🎉"],
    ["Un ` seul :tada:", "Un ` seul 🎉"],
    ["Un ` seul.\n\n:tada: ` ici", "Un ` seul.\n\n🎉 ` ici"],
  ])("in a text becomes the emoji: %s", (written, meant) => {
    expect(converted(written)).toBe(meant);
  });

  it.each([
    "À 10:30:45, ou :inconnu:, :octocat: ou :TADA:",
    "Un :constructor: et :tada",
    "`:tada:`",
    "~~~\n:tada:\n~~~",
    "> ```\n> :tada:\n> ```",
    "- ```\n  :tada:\n  ```",
    "```\n:tada:",
    "Un\n\n    :tada:\n    :tada:\n\n    :tada:",
    "    :tada:",
    "https://exemple.org/:tada:/x",
    "<https://exemple.org/:tada:>",
    "![](/:tada:.png)",
    "[a]: /:tada:/",
    "<pre>\n:tada:\n</pre>",
    "<!-- :tada: -->",
    '{% include x.html a=":tada:" %}',
    "{{ ':tada:' }}",
    "\\:tada:",
  ])("stays as it is: %s", (written) => {
    expect(converted(written)).toBe(written);
  });

  it("is named once", () => {
    expect(withEmoji(":tada: :tada: `:x:`").found).toEqual(new Map([[":tada:", "🎉"]]));
  });

  it.each([
    "`",
    "` ",
    "``` `\n",
    "<pre>",
    "<!--",
    "<a ",
    "](",
    "[a",
    "{{",
    "{%",
    "\n\n    a",
    "- ",
    "> ",
    ":",
    "\\",
  ])("is found as fast in a text full of %j", (part) => {
    expect(busy(() => void withEmoji(part.repeat(100_000) + " :tada:"))).toBeLessThan(2000);
  });
});
