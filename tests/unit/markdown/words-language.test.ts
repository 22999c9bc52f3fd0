// Words of Carnet's in a text whose language it does not speak: screen readers are told which language they are in.
import { expect, it } from "vitest";
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

it.each([
  ["titles of callouts", '<p class="callout-title"><span lang="en">Tip</span></p>'],
  ["sizes of files", '<span class="file-facts" lang="en">(PDF, 3\u00a0kB)</span></a>'],
  ["calls of notes", 'role="doc-noteref" aria-label="Note 1" lang="en">1</a>'],
  ["ways back from notes", 'role="doc-backlink" aria-label="Back to the reference to note 1" lang="en">'],
  ["notes, whose text keeps its own", 'aria-label="Notes" lang="en">\n<ol lang="br">'],
  ["buttons of players", '<span lang="en">Play</span><span class="visually-hidden"> “Demo'],
  ["pictures of other sites", '<span lang="en">Picture: skeudenn.png</span></a>'],
])("words of Carnet’s in a text in Breton have their language: %s", (_, expected) => {
  expect(rendered("br")).toContain(expected);
});

it("they are in the site’s language if Carnet speaks it, and have none in a text in such a language", () => {
  expect(rendered("br", "fr")).toContain('<span lang="fr">Conseil</span>');
  expect(rendered("en-GB")).not.toContain("lang=");
  expect(rendered("en-GB")).toContain('<p class="callout-title">Tip');
});
