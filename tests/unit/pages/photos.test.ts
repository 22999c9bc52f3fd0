import { expect, it } from "vitest";
import type { PictureView } from "../../../src/images/variants.ts";
import type { PersonView } from "../../../src/pages/types.ts";
import { post } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const SITE = {
  ...settings("taxonomies: { promotion: { label: Promotion } }", "alsoServed: [/annuaire/]"),
  "public/img/une.jpg": "x",
  "content/posts/2026-01-01-a.md": post("title: A", "author: Équipe Une"),
};
const VIEW: PictureView = { src: "/pictures/une.jpg", width: 256, height: 256, sources: [], sizes: "5rem" };

/** How the page of a term, that of a person and the list of people show whose photo is `photo`. */
async function shown(photo: string, portrait: PictureView | false | undefined): Promise<unknown[]> {
  const people = `une: { name: Équipe Une, promotion: quatre, photo: ${JSON.stringify(photo)} }\n`;
  const { at } = await planned(
    { ...SITE, "content/people.yaml": people },
    { portrait: (one) => (one === photo ? portrait : undefined) },
  );
  const members = at("/promotion/quatre/").data["members"] as PersonView[];
  const [group] = at("/auteurs/").data["groups"] as { person: PersonView }[];
  const person = at("/auteurs/une/").data["person"] as PersonView;
  return [members[0], person, group?.person].map((one) => [one?.photo, one?.portrait]);
}
const everywhere = (...pair: unknown[]): unknown[] => [pair, pair, pair];

it("gives layouts the portrait made of a photo, beside the photo’s own address", async () => {
  expect(await shown("/img/une.jpg", VIEW)).toEqual(everywhere("/img/une.jpg", VIEW));
});

it.each([
  ["is published as it is", "/img/une.jpg"],
  ["another site on the host serves", "/annuaire/une.jpg"],
  ["is on another host, which no layout of Carnet’s shows", "https://autre.example/une.jpg"],
])("leaves a photo that %s", async (_case, photo) => {
  expect(await shown(photo, undefined)).toEqual(everywhere(photo, undefined));
});

it.each([
  ["cannot be shown", "/img/une.jpg", false],
  ["has no file, whatever was made of it", "/img/absente.jpg", VIEW],
] as const)("leaves out a photo that %s", async (_case, photo, portrait) => {
  expect(await shown(photo, portrait)).toEqual(everywhere(undefined, undefined));
});
