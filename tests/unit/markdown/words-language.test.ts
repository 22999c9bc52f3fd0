// Words of Carnet's in a text whose language it does not speak: screen readers are told which language they are in.
import { describe, expect, it } from "vitest";
import { html } from "./support.ts";

const BODY = `Un destenn[^1] gant [ur restr](/r.pdf).

> [!TIP]
> Un ali.

![](https://example.org/a/skeudenn.png)

::video[Demo Day]{url=https://vimeo.com/1}

[^1]: Un notenn.
`;

const rendered = (lang: string, siteLang = lang): string =>
  html(BODY, { source: { lang }, settings: { lang: siteLang }, sizes: { "/r.pdf": 3000 } });

describe("words of Carnet’s in a text in Breton", () => {
  it.each([
    ["titles of callouts", '<p class="callout-title"><span lang="en">Tip</span></p>'],
    ["sizes of files", '<span class="file-facts" lang="en">(PDF, 3\u00a0kB)</span></a>'],
    ["calls of notes", 'role="doc-noteref" aria-label="Note 1" lang="en">1</a>'],
    ["ways back from notes", 'role="doc-backlink" aria-label="Back to the reference to note 1" lang="en">'],
    ["notes, whose text keeps its own", 'aria-label="Notes" lang="en">\n<ol lang="br">'],
    [
      "buttons of players, without the title",
      '<span lang="en">Play</span><span class="visually-hidden"> “Demo',
    ],
    [
      "notices of players",
      '<p class="player-notice"><span lang="en">Pressing loads content from Vimeo.</span>',
    ],
    ["pictures of other sites", '<span lang="en">Picture: skeudenn.png</span></a>'],
  ])("have their language: %s", (_, expected) => {
    expect(rendered("br")).toContain(expected);
  });

  it("are in French where the site is", () => {
    expect(rendered("br", "fr")).toContain('<span lang="fr">Conseil</span>');
  });

  it.each(["fr", "en", "en-GB"])("have none in a text that Carnet speaks (%s)", (lang) => {
    expect(rendered(lang)).not.toContain("lang=");
    expect(rendered(lang)).toContain('<p class="callout-title">');
  });
});
