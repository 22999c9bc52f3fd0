// The icon that site.yaml names: shown if it can be drawn, or else reported at its key and replaced by the letter.
import { expect, it, onTestFinished } from "vitest";
import { prepare, type Prepared } from "../../../../src/build/prepare.ts";
import { endPictures } from "../../../../src/build/pictures/process.ts";
import { builtinLayouts } from "../../../../src/eleventy/builtin-layouts.ts";
import { headIcons } from "../../../../src/pages/icons.ts";
import { show, type ShownProblem } from "../../../../src/shown-problems.ts";
import { NOW, siteRoot } from "../../content/site-root.ts";
import { realPng } from "../../images/samples.ts";

interface Iconed {
  prepared: Prepared | undefined;
  told: ShownProblem[];
  decoded: string[];
}

async function withIcon(root: string): Promise<Iconed> {
  onTestFinished(endPictures);
  const decoded: string[] = [];
  const options = { root, now: NOW, builtin: builtinLayouts() };
  const { prepared, problems } = await prepare({ ...options, onDecode: (file) => decoded.push(file) });
  return {
    prepared,
    decoded,
    told: show(problems, { lang: "fr" }).filter(({ code }) => /image|icon/.test(code)),
  };
}

const rootOf = (icon: string, bytes: string | Buffer): string =>
  siteRoot({
    "content/site.yaml": `title: Essai\nurl: https://blog.example.org\nicon: /${icon}\n`,
    "content/posts/2026-01-05-a.md": "---\ntitle: A\nauthor: B\n---\n\nTexte.\n",
    [`public/${icon}`]: bytes,
  });

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">';

it("shows the site's icon if it can be drawn, which is checked once", async () => {
  const root = rootOf("i.svg", `${SVG}<rect width="9" height="9"/></svg>`);
  const { prepared, told, decoded } = await withIcon(root);
  expect(told).toEqual([]);
  expect(decoded).toEqual(["public/i.svg"]);
  expect(prepared?.plan.content.site.icon).toBe("/i.svg");
  expect((await withIcon(root)).decoded).toEqual([]);
});

it.each<[string, string, () => string | Promise<Buffer>]>([
  ["an SVG whose last tag is cut off", "i.svg", () => `${SVG}<rect width="9"`],
  ["an SVG with an entity that XML does not define", "i.svg", () => `${SVG}<title>a&nbsp;b</title></svg>`],
  ["a file that is not a picture", "i.png", () => "texte"],
  ["a truncated PNG", "i.png", async () => (await realPng()).subarray(0, 60)],
  [
    "a PNG that lacks half of its data",
    "i.png",
    async () => {
      const whole = await realPng();
      return Buffer.concat([whole.subarray(0, whole.length / 2), whole.subarray(-12)]);
    },
  ],
])(
  "reports an icon that cannot be drawn at its key, and shows the letter instead: %s",
  async (_what, icon, bytes) => {
    const { prepared, told } = await withIcon(rootOf(icon, await bytes()));
    expect(told).toMatchObject([
      {
        ...{ file: "content/site.yaml", line: 3, column: 7, code: "broken-image", severity: "warn" },
        message: `Le fichier \`/${icon}\` n’est pas une image lisible : le site montre l’icône que Carnet dessine.`,
      },
    ]);
    expect(prepared && headIcons(prepared.plan.content.site)).toMatchObject({ svg: "/icon.svg" });
  },
);

it.each<[string, string, string | undefined]>([
  ["wider than high", 'viewBox="0 0 300 100"', "300 × 100"],
  ["higher than wide", 'width="16" height="20"', "16 × 20"],
  ["almost square", 'viewBox="0 0 100 104"', undefined],
  ["an SVG without a size", "", undefined],
])("reports an icon at its key only if it is not square: %s", async (_what, size, shown) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="9" height="9"/></svg>`;
  const { prepared, told } = await withIcon(rootOf("i.svg", svg));
  expect(told.map(({ line, column, severity }) => [line, column, severity])).toEqual(
    shown === undefined ? [] : [[3, 7, "note"]],
  );
  expect(told.filter(({ message }) => !message.includes(`(${shown ?? ""})`))).toEqual([]);
  expect(prepared?.plan.content.site.icon).toBe("/i.svg");
});
