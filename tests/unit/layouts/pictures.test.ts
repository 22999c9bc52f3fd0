// The picture markup of the layouts: what is loaded, when, and at which size.
import { describe, expect, it } from "vitest";
import { createEnvironment } from "../../../src/eleventy/environment.ts";
import { ui } from "../../../src/strings/ui.ts";

const view = (name: string): Record<string, unknown> => ({
  src: `/pictures/${name}.jpg`,
  width: 800,
  height: 500,
  sources: [{ type: "image/avif", srcset: `/base/pictures/${name}.avif 800w` }],
  sizes: `${name}-sizes`,
});
const image = { kind: "shown", alt: 'Un "pont"', ...view("cover"), card: view("card"), thumb: view("thumb") };
const item = { url: "/a/", data: { title: "A", lang: "fr", day: "2026-01-01", authors: [], image } };

function render(partial: string, data: Record<string, unknown>): string {
  const env = createEnvironment("tests/unit/layouts/none", "layouts", {
    url: (path: string) => `/base${path}`,
    absolute: (path: string) => path,
    isoDate: (day: string) => day,
    longDate: (day: string) => day,
    langAttribute: () => "",
    shortened: String,
  });
  return env.render(partial, { t: ui("fr"), lang: "fr", ...data });
}

describe("a cover", () => {
  it("loads eagerly with high priority, and reserves its space", () => {
    const html = render("partials/cover.njk", { image });
    expect(html).toContain(
      '<picture><source type="image/avif" srcset="/base/pictures/cover.avif 800w" sizes="cover-sizes">' +
        '<img src="/base/pictures/cover.jpg" alt="Un &quot;pont&quot;" width="800" height="500" fetchpriority="high" decoding="async"></picture>',
    );
  });

  it("is not shown if the text shows it", () => {
    expect(render("partials/cover.njk", { image: { ...image, inText: true } }).trim()).toBe("");
  });

  it("is a figure named by its credit, if it has one", () => {
    const credited = render("partials/cover.njk", { image: { ...image, credit: '© Jo & "Al"' } });
    expect(credited).toContain(
      '<figure class="post-cover" role="figure" aria-label="© Jo &amp; &quot;Al&quot;">',
    );
    expect(render("partials/cover.njk", { image })).toContain('<figure class="post-cover">');
  });

  it("leaves only its credit if the text shows it", () => {
    const html = render("partials/cover.njk", { image: { ...image, inText: true, credit: "© Jo" } });
    expect(html.trim()).toBe('<p class="post-cover-link">© Jo</p>');
  });

  it("is a single image if there is only one format", () => {
    const drawing = { ...image, sources: [], src: "/img/plan.svg" };
    expect(render("partials/cover.njk", { image: drawing })).toContain(
      '<picture><img src="/base/img/plan.svg"',
    );
  });
});

describe("pictures of lists", () => {
  it("are cropped, decorative and lazy in rows", () => {
    const html = render("partials/post-list.njk", { posts: [item] });
    expect(html).toMatch(
      /<img class="post-row-cover" src="\/base\/pictures\/thumb.jpg" alt="" [^>]*loading="lazy"/,
    );
    expect(html).toContain('sizes="thumb-sizes"');
  });

  it("are lazy in cards, except for the lead post, which is larger", () => {
    const late = render("partials/post-cards.njk", { items: [item, item] });
    expect(late.match(/<img class="card-cover"[^>]*loading="lazy"/g)).toHaveLength(2);
    expect(late).toContain('sizes="card-sizes"');
    const early = render("partials/post-cards.njk", { items: [item], loading: "eager" });
    expect(early).toMatch(/<img class="card-cover"[^>]*fetchpriority="high"/);
    expect(early).toContain('sizes="(min-width: 48rem) 36rem, 92vw"');
  });

  it("have high priority in only one of several lead cards", () => {
    const front = render("partials/post-cards.njk", { items: [item, item, item], loading: "eager" });
    expect(front.match(/fetchpriority="high"|loading="lazy"/g)).toEqual([
      'fetchpriority="high"',
      'loading="lazy"',
      'loading="lazy"',
    ]);
    // All of them are larger than in other cards.
    expect(front.match(/sizes="\(min-width: 48rem\) 36rem, 92vw"/g)).toHaveLength(3);
  });
});
