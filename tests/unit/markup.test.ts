import { describe, expect, it } from "vitest";
import { readAttributes, readTags } from "../../src/markup.ts";
import { busy } from "../support/busy.ts";

/** `offset name attribute=value` for each tag, `offset /name` for an end tag, `name:text` for text that contains no tags. */
function tags(html: string): string[] {
  const read: string[] = [];
  readTags(html, {
    read: readAttributes,
    open(name, attributes, offset, closed) {
      const list = [...attributes].map(([key, value]) => ` ${key}=${value}`).join("");
      read.push(`${String(offset)} ${name}${list}${closed ? " /" : ""}`);
    },
    close: (name, offset) => read.push(`${String(offset)} /${name}`),
    raw: (name, text) => read.push(`${name}:${text}`),
  });
  return read;
}

describe("the tags of a page", () => {
  it.each([
    ["<!DOCTYPE html><P>a</p >", ["15 p", "19 /p"]],
    [`<a href="x>y" b='"' c=d E>`, [`0 a href=x>y b=" c=d e=`]],
    ["<a\n  href = 'x'\n>", ["0 a href=x"]],
    ["<a href=a href=b>", ["0 a href=a"]],
    ["<br/><img src=x />", ["0 br /", "5 img src=x /"]],
    ["<!-- <a> --><b><!-- > <i>", ["12 b"]],
    ["<script>if (a<b) '<i>'</script><b>", ["0 script", "script:if (a<b) '<i>'", "22 /script", "31 b"]],
    ["<TITLE>a <b></TITLE>", ["0 title", "title:a <b>", "12 /title"]],
    ["<style>a", ["0 style", "style:a"]],
    ['<a href="?a&amp;b&#38;c&#x26;d&copy=1&quot;">', ['0 a href=?a&b&c&d&copy=1"']],
    ["a < b <3 </", []],
  ])("are read in %j", (html, expected) => {
    expect(tags(html)).toEqual(expected);
  });

  it("are read in less than 5 s, whatever is between them", () => {
    const texts = [
      "<a ".repeat(50_000),
      "<!--".repeat(20_000),
      `<a${" b".repeat(200_000)}`,
      "<".repeat(100_000),
    ];
    expect(busy(() => void texts.map(tags))).toBeLessThan(5000);
  });
});
