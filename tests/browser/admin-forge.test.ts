// An editor in the form of a site whose texts are on a forge: she signs in with a token, and each save is a commit.
import { readFileSync } from "node:fs";
import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type Files } from "../support/site.ts";
import {
  choosePicture,
  create,
  field,
  insertPicture,
  openForm,
  PICTURE,
  saveUntil,
  type,
  type OpenForm,
  WRITTEN,
} from "./admin-form.ts";
import { usesBrowser } from "./browser.ts";
import { Branch, forgejo, github, gitlab, signer, standIn, TOKEN, type Forge } from "./forge.ts";

usesBrowser();

const TEXT = "content/posts/2024-01-02-essai.md";
const CRLF = `${WRITTEN.replaceAll("\n", "\r\n")}  \r\n\r\n`;

interface Form extends OpenForm {
  branch: Branch;
}

/** Opens the form of a site whose repository is on a forge. */
async function open(forge: Forge, admin = "oui", more: Files = {}): Promise<Form> {
  const settings = `${SITE_YAML}repository: ${forge.repository}\nforge: ${forge.name}\nadmin: ${admin}\n`;
  const files = { "content/site.yaml": settings, [TEXT]: CRLF, ...more };
  const branch = new Branch(files);
  return { ...(await openForm(makeSite(files), (page) => standIn(page, forge, branch))), branch };
}

async function signIn({ page }: OpenForm): Promise<void> {
  await page.getByRole("button", { name: "Se connecter avec un jeton d’accès" }).click();
  await page.getByRole("textbox").fill(TOKEN);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.getByRole("treeitem").first().waitFor();
}

it.each([
  ["GitHub", github("https://github.com")],
  ["GitLab", gitlab("https://gitlab.example.org")],
  ["Forgejo", forgejo("https://codeberg.org")],
])(
  "saves an edited text and a new one with its picture to %s, and sends nothing elsewhere",
  async (_, forge) => {
    const form = await open(forge);
    await signIn(form);
    const { page, branch, network, told } = form;
    const texts = (): Promise<string[]> => Promise.resolve([...branch.files.values()].map(String));
    await page.getByText("Un : essai").first().click();
    await type(page, "Titre", "Un essai");
    await saveUntil(page, "Un essai", texts);
    expect(String(branch.files.get(TEXT))).toBe(CRLF.replace('"Un : essai"', '"Un essai"'));

    await create(page).click();
    await type(page, "Titre", "Été à l’école");
    await choosePicture(page);
    await insertPicture(page);
    await field(page, "Texte").fill("Bonjour **vous**.");
    await saveUntil(page, "Bonjour **vous**.", texts);
    const text = [...branch.files.keys()].find((path) => path.endsWith("-ete-a-l-ecole.md")) ?? "none";
    expect(String(branch.files.get(text))).toBe(
      "---\ntitle: Été à l’école\nimage: /images/atelier.png\nimageAlt: Un pont\n---\n\nBonjour **vous**.\n",
    );
    expect(branch.files.get("public/images/atelier.png")?.equals(readFileSync(PICTURE))).toBe(true);
    expect(branch.commits).toEqual([
      ...["Premier", "Texte modifié : 2024-01-02-essai"],
      expect.stringMatching(/^Nouveau texte : [\d-]+-ete-a-l-ecole \+1$/),
    ]);
    expect(network.foreign.filter((url) => !forge.roots.some((root) => url.startsWith(root)))).toEqual([]);
    expect({ violations: network.violations, told, refused: branch.refused }).toEqual({
      ...{ violations: [], told: [], refused: [] },
    });
    await page.context().close();
  },
);

it("renames a text with the files beside it, and redirects its old address", async () => {
  const beside = readFileSync(PICTURE);
  const folder = "content/posts/2024-01-03-pont";
  const more = { [`${folder}/index.md`]: post("Le pont"), [`${folder}/plan/a.png`]: beside };
  const form = await open(gitlab("https://gitlab.example.org"), "oui", more);
  await signIn(form);
  const { page, branch, network, told } = form;
  await page.getByText("Le pont").first().click();
  await page.getByRole("radio", { name: "Nom dans l’adresse" }).click();
  await page.getByText("son adresse d’avant mènera ici").waitFor();
  await page.getByRole("button", { name: "Modifier le slug" }).click();
  const name = page.getByRole("textbox", { name: "Slug" });
  await name.fill("viaduc");
  await page.getByText("Commencez par le jour").waitFor();
  await name.fill("2024-01-03-viaduc");
  await name.press("Enter");
  const texts = (): Promise<string[]> => Promise.resolve([...branch.files.keys()]);
  await saveUntil(page, "2024-01-03-viaduc/index.md", texts);
  expect([...branch.files.keys()].filter((path) => path.startsWith(folder))).toEqual([]);
  const now = String(branch.files.get("content/posts/2024-01-03-viaduc/index.md"));
  expect(now).toContain("\nredirect_from: [/blog/2024/01/03/pont/]\n---\n");
  expect(branch.files.get("content/posts/2024-01-03-viaduc/plan/a.png")?.equals(beside)).toBe(true);
  expect({ violations: network.violations, told, refused: branch.refused }).toEqual({
    ...{ violations: [], told: [], refused: [] },
  });
  await page.context().close();
});

it("asks in French before overwriting what someone else saved meanwhile", async () => {
  const form = await open(gitlab("https://gitlab.example.org"));
  await signIn(form);
  const { page, branch } = form;
  await page.getByText("Un : essai").first().click();
  await type(page, "Titre", "Un essai");
  const theirs = CRLF.replace("Une note.", "Une autre note.");
  branch.commit("Une autre", (files) => files.set(TEXT, Buffer.from(theirs)));
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByText("Quelqu’un d’autre a modifié ce texte").waitFor();
  await page.getByRole("button", { name: "Annuler", exact: true }).last().click();
  expect(String(branch.files.get(TEXT))).toBe(theirs);
  expect(branch.commits).toHaveLength(2);
  await page.context().close();
});

it("says in French what is wrong with a text that cannot be saved", async () => {
  const form = await open(forgejo("https://codeberg.org"));
  const { page, branch } = form;
  const torn = CRLF.replace('"Un : essai"', "Un : essai");
  branch.files.set(TEXT, Buffer.from(torn));
  await signIn(form);
  await page.getByRole("row").first().click();
  await type(page, "Titre", "Un essai");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByText("L’en-tête de ce texte contient une erreur").waitFor();
  expect(String(branch.files.get(TEXT))).toBe(torn);
  await page.context().close();
});

it("keeps what was typed while the forge does not answer", async () => {
  const forge = forgejo("https://codeberg.org");
  const form = await open(forge);
  await signIn(form);
  const { page, branch } = form;
  await page.getByText("Un : essai").first().click();
  await type(page, "Titre", "Un essai");
  const isOfForge = ({ href }: URL): boolean => forge.roots.some((root) => href.startsWith(root));
  const refuse = (route: Route): Promise<void> => route.abort();
  await page.route(isOfForge, refuse);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByText("Veuillez réessayer plus tard").waitFor();
  await page.getByRole("button", { name: "OK", exact: true }).click();
  expect(await field(page, "Titre").inputValue()).toBe("Un essai");
  expect(branch.commits).toHaveLength(1);
  await page.unroute(isOfForge, refuse);
  await saveUntil(page, "Un essai", () => Promise.resolve([String(branch.files.get(TEXT))]));
  await page.context().close();
});

it("reads and saves on a self-hosted GitHub, whose API has another address", async () => {
  const form = await open(github("https://git.example.org"));
  await signIn(form);
  const { page, branch } = form;
  await page.getByText("Un : essai").first().click();
  await type(page, "Titre", "Un essai");
  await saveUntil(page, "Un essai", () => Promise.resolve([String(branch.files.get(TEXT))]));
  expect(branch.refused).toEqual([]);
  await page.context().close();
});

it.each([
  ["GitLab", gitlab("https://gitlab.example.org"), "application: abc", "https://gitlab.example.org"],
  ["Forgejo", forgejo("https://codeberg.org"), "application: abc", "https://codeberg.org"],
  [
    "GitHub",
    github("https://github.com"),
    "signIn: https://entree.example.org",
    "https://entree.example.org",
  ],
])("signs an editor in to %s in a separate window", async (_, forge, admin, at) => {
  const { page, branch, network } = await open(forge, `{ ${admin} }`);
  await signer(page.context(), at);
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: /Se connecter avec (?!un jeton)/ }).click();
  const window = await opened;
  await window.getByText("Autoriser").click();
  await page.getByText("Un : essai").waitFor();
  expect(window.isClosed()).toBe(true);
  expect([...branch.refused, ...network.violations]).toEqual([]);
  await page.context().close();
});
