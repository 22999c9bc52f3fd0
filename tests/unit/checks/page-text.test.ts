import { describe, expect, it } from "vitest";
import { readPageText, type PageText } from "../../../src/checks/page-text.ts";

/** What is read of a page with this `main`, after what is above it. */
const read = (main: string, above = "", head = ""): PageText =>
  readPageText(
    `<html><head>${head}</head><body class="wide kind-post">${above}<main>${main}</main></body></html>`,
  );

describe("the text of a page", () => {
  it("is what has class `prose`, with one space between words", () => {
    const page = read(
      '<h1>A</h1><nav>Menu</nav><div class="wide prose"><p>Un\n  <b>deux</b></p></div><p>Suite</p>',
    );
    expect(page).toMatchObject({ kind: "post", title: "A", text: "Un deux", isProse: true });
  });

  it("is all of `main` but its heading if nothing has that class, and then nothing is above it", () => {
    const page = read('<h1>A</h1><p class="standfirst">Un</p><p>deux</p>', "<p>Menu</p>");
    expect(page).toMatchObject({ title: "A", text: "Undeux", above: "", isProse: false });
  });

  it.each(["script", "style", "template", "svg", "noscript"])("leaves out what is in `%s`", (name) => {
    expect(read(`<div class="prose">Un <${name}>non</${name}>deux</div>`).text).toBe("Un deux");
  });

  it("goes on after an element of the same class inside it", () => {
    expect(read('<div class="prose">Un <div class="prose">deux</div> trois</div> non').text).toBe(
      "Un deux trois",
    );
  });
});

describe("the title of a page", () => {
  it("is its heading, else the one in `head`", () => {
    const head = "<title>A – Le blog</title>";
    expect(read("<h1>A</h1>", "", head).title).toBe("A");
    expect(read("", "", head).title).toBe("A – Le blog");
  });
});

it("reads the description and the day of a deadline above the text, apart from each other", () => {
  const above =
    '<p class="standfirst">Un</p><p class="banner">Avant le <time>3 mars</time></p><time>Hier</time>';
  expect(read(`${above}<div class="prose">Texte</div>`).above).toBe("Un 3 mars");
});

it("reads each message that the site shows above every page", () => {
  const notice = (text: string): string => `<aside class="archived">${text}</aside>`;
  const page = read(
    "<p>Un</p>",
    `${notice("<p>Le site\n est archivé.</p>")}${notice("Deux")}<aside>Trois</aside>`,
  );
  expect(page.notices).toEqual(["Le site est archivé.", "Deux"]);
  expect(page.text).toBe("Un");
});

it("reads the target of a redirect page, and none of another", () => {
  const to = (content: string): string | undefined =>
    read("", "", `<meta http-equiv="Refresh" content="${content}">`).target;
  expect(to("0; url=/blog/a/")).toBe("/blog/a/");
  expect(to("0;URL='/blog/a/'")).toBe("/blog/a/");
  expect(to("30")).toBeUndefined();
  expect(read("", "", '<meta name="x" content="url=/a/">')).not.toHaveProperty("target");
});

it("takes no kind from a layout that gives none", () => {
  expect(readPageText('<body class="page-kind-x"><main>Un</main></body>')).toMatchObject({
    kind: "",
    text: "Un",
  });
});
