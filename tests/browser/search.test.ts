/// <reference lib="dom" />
import type { Locator, Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { post, SITE_YAML } from "../support/site.ts";
import { usesBrowser } from "./browser.ts";
import { FILES, openPage } from "./search-site.ts";

usesBrowser();

const MESURER = "Mesurer ce que l’on fait";
const SECOND = "Second article";
const FAILED =
  "La recherche n’a pas pu se charger. Rechargez la page, ou passez par les mots-clés et les archives.";

/** In milliseconds: longer than the script waits before it says that it is searching. */
const LATE = 600;

const COHORT = {
  ...FILES,
  "content/site.yaml": `${SITE_YAML}taxonomies: { promotion: { label: Promotion } }\n`,
  "content/people.yaml":
    'kayak: { name: Pôle Kayak, role: "l\'exploration", handles: { mastodon: "@a@kayak.example" }, promotion: EIG 4 }\n' +
    "rivieres: { name: Cellule Rivières, handles: { mastodon: '@b@kayak.example' }, promotion: EIG 4 }\n",
};

describe("a reader who searches", () => {
  it("finds French words by their stem, with or without accents, while she types", async () => {
    const { page, network, titles } = await openPage("recherche/");
    const field = page.getByRole("searchbox");
    await field.pressSequentially("evalua");
    expect((await titles("2 résultats pour « evalua »")).sort()).toEqual([MESURER, SECOND]);
    await field.fill("évaluer");
    expect(await titles("2 résultats pour « évaluer »")).toHaveLength(2);
    await field.fill("d'évaluation");
    expect(await titles("2 résultats pour « d'évaluation »")).toHaveLength(2);
    await field.fill("KÂYÀKS");
    expect(await titles("2 résultats pour « KÂYÀKS »")).toHaveLength(2);
    await field.fill("oeuvre");
    expect(await titles("1 résultat pour « oeuvre »")).toEqual([MESURER]);
    expect(await page.locator("mark").allTextContents()).toEqual(["œuvre"]);
    expect(await page.getByRole("button", { name: "Afficher d’autres résultats" }).isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Une œuvre commune" }).getAttribute("href")).toBe(
      "/blog/2025/02/03/mesurer/#une-oeuvre-commune",
    );
    expect(new URL(page.url()).search).toBe("?q=oeuvre");
    expect(await page.title()).toBe("oeuvre – Recherche – Mon carnet");
    await field.fill("");
    await expect.poll(() => page.title()).toBe("Recherche – Mon carnet");
    expect(page.url()).not.toContain("?");
    await page.getByRole("main").getByRole("link", { name: "Méthode" }).waitFor();
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.context().close();
  });

  it("gets results for what she typed before the script was loaded", async () => {
    const { page, titles } = await openPage("recherche/");
    const come: (() => void)[] = [];
    await page.route("**/assets/search-*.js", (route) => {
      come.push(() => void route.continue());
    });
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("searchbox").evaluate((field: HTMLInputElement) => {
      field.focus();
      field.value = "kayak";
    });
    await expect.poll(() => come.length).toBe(1);
    come.forEach((go) => {
      go();
    });
    expect(await titles("2 résultats pour « kayak »")).toHaveLength(2);
    expect(new URL(page.url()).search).toBe("?q=kayak");
    await page.context().close();
  });

  it("finds neither drafts, nor noindex posts, nor posts in another language", async () => {
    const { page, titles } = await openPage("recherche/?q=kayak");
    expect((await titles("2 résultats pour « kayak »")).sort()).toEqual([MESURER, SECOND]);
    await page.context().close();
  });

  it("finds the page of a cohort by the names and roles of those who sign nothing", async () => {
    const { page, network, titles } = await openPage("recherche/?q=kayak", { files: COHORT });
    expect((await titles("3 résultats pour « kayak »")).sort()).toEqual(["EIG 4", MESURER, SECOND].sort());
    // The page has no year, tag or author by which it could be chosen.
    await page.getByText("Filtrer les résultats").click();
    const year = page.getByLabel("Année", { exact: true });
    expect(await year.locator("option").allTextContents()).toEqual(["Peu importe", "2026 (1)", "2025 (1)"]);
    await year.selectOption({ label: "2025 (1)" });
    expect(await titles("1 résultat pour « kayak »")).toEqual([MESURER]);
    await year.selectOption({ label: "Peu importe" });
    await titles("3 résultats pour « kayak »");
    const field = page.getByRole("searchbox");
    await field.fill("d'explorations");
    expect(await titles("1 résultat pour « d'explorations »")).toEqual(["EIG 4"]);
    await field.fill("cellule rivieres");
    expect(await titles("1 résultat pour « cellule rivieres »")).toEqual(["EIG 4"]);
    expect(await page.locator("mark").allTextContents()).toEqual(["Cellule", "Rivières"]);
    await page.getByRole("link", { name: "EIG 4" }).click();
    await page.waitForURL("**/promotion/eig-4/");
    // Links with the same words are told apart by what a screen reader reads.
    expect(await page.getByRole("link", { name: "Mastodon – Pôle Kayak" }).textContent()).toBe("Mastodon");
    expect(await page.getByRole("link", { name: "Mastodon – Cellule Rivières" }).count()).toBe(1);
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.context().close();
  });

  it("searches English words on the English page", async () => {
    const { page, network, titles } = await openPage("en/search/?q=evaluation");
    expect(await titles("1 result for “evaluation”")).toEqual(["Paddling"]);
    await page.getByRole("searchbox").fill("paddle");
    expect(await titles("1 result for “paddle”")).toEqual(["Paddling"]);
    await page.getByText("Filter the results").click();
    expect(await page.locator(".search-choices label:visible").allTextContents()).toEqual(["Year", "Author"]);
    expect(network.violations).toEqual([]);
    await page.context().close();
  });

  it("filters results by tag, year and author, and the address keeps the filters", async () => {
    const { page, titles } = await openPage("recherche/?q=kayak");
    await titles("2 résultats pour « kayak »");
    await page.getByText("Filtrer les résultats").click();
    const choice = (name: string): Locator => page.getByLabel(name, { exact: true });
    await choice("Mot-clé").selectOption({ label: "Mesure (1)" });
    expect(await titles("1 résultat pour « kayak »")).toEqual([MESURER]);
    expect(new URL(page.url()).search).toBe("?q=kayak&tags=Mesure");
    expect(await choice("Année").locator("option").allTextContents()).toEqual(["Peu importe", "2025 (1)"]);
    await page.reload();
    expect(await titles("1 résultat pour « kayak »")).toEqual([MESURER]);
    // The filter in use is visible.
    expect(await choice("Mot-clé").isVisible()).toBe(true);
    expect(await choice("Mot-clé").inputValue()).toBe("Mesure");
    await choice("Mot-clé").selectOption({ label: "Peu importe" });
    await titles("2 résultats pour « kayak »");
    await choice("Auteur").selectOption({ label: "Ada Lovelace (1)" });
    expect(await titles("1 résultat pour « kayak »")).toEqual([SECOND]);
    await choice("Auteur").selectOption({ label: "Peu importe" });
    await choice("Année").selectOption({ label: "2025 (1)" });
    expect(await titles("1 résultat pour « kayak »")).toEqual([MESURER]);
    // Without words, a filter alone lists all matching texts.
    await page.getByRole("searchbox").fill("");
    expect(await titles("1 résultat")).toEqual([MESURER]);
    await page.goto(new URL("?q=kayak&tags=Ancien", page.url()).href);
    await titles("2 résultats pour « kayak »");
    expect(new URL(page.url()).search).toBe("?q=kayak");
    expect(await choice("Mot-clé").locator("option:checked").textContent()).toBe("Peu importe");
    await page.context().close();
  });

  it("finds nothing for a word that no text has, even if some words begin alike", async () => {
    const { page, titles } = await openPage("recherche/?q=xylophoniste");
    expect(
      await titles(
        "Aucun résultat pour « xylophoniste ». Essayez un autre mot, ou parcourez les listes ci-dessous.",
      ),
    ).toEqual([]);
    expect(await page.getByRole("main").getByRole("link", { name: "Méthode" }).isVisible()).toBe(true);
    expect(await page.getByText("Filtrer les résultats").isVisible()).toBe(false);
    await page.context().close();
  });

  it("gets a suggestion for a mistyped word, not results that merely begin alike", async () => {
    const { page, network, titles } = await openPage("recherche/?q=l'accesibilité", {
      files: {
        ...FILES,
        "content/posts/2026-02-01-droits.md": post(
          "Droits",
          "L’accès aux documents, en 100 pages d’open data. `console.log(a)`",
        ),
        "content/posts/2026-02-02-normes.md": post("Normes", "L’accessibilité, et des openings."),
      },
    });
    const none = (typed: string): string =>
      `Aucun résultat pour « ${typed} ». Essayez un autre mot, ou parcourez les listes ci-dessous.`;
    const meant = "Vouliez-vous dire « l'accessibilité » ?";
    expect(await titles(`${none("l'accesibilité")} ${meant}`)).toEqual([]);
    await page.getByRole("link", { name: "l'accessibilité" }).click();
    expect(await titles("1 résultat pour « l'accessibilité »")).toEqual(["Normes"]);
    expect(network).toEqual({ foreign: [], violations: [] });
    const field = page.getByRole("searchbox");
    await field.fill("accessibilités");
    expect(await titles("1 résultat pour « accessibilités »")).toEqual(["Normes"]);
    for (const typed of ["10000", "logicel"]) {
      await field.fill(typed);
      expect(await titles(none(typed))).toEqual([]);
    }
    // Words joined by a sign are searched one by one if no text has them joined.
    await field.fill("open-data");
    expect(await titles("1 résultat pour « open-data »")).toEqual(["Droits"]);
    await field.fill("opendata");
    expect(await titles(`${none("opendata")} Vouliez-vous dire « open data » ?`)).toEqual([]);
    await page.getByRole("link", { name: "open data" }).click();
    expect(await titles("1 résultat pour « open data »")).toEqual(["Droits"]);
    await page.context().close();
  });

  it("finds words that a text writes with signs, and exact phrases between quotation marks", async () => {
    const forms = {
      "content/posts/2026-02-01-formes.md": post(
        "Formes",
        "Un e-mail (RGAA). C’est un retour d’expérience. Du CO₂.",
      ),
      "content/posts/2026-02-02-invites.md": post("Soirée", "Les invités sont là, un invité parle."),
      "content/posts/2026-02-03-inviter.md": post("Appel", "Nous invitons tout le monde."),
    };
    const { page, titles } = await openPage("recherche/?q=email", { files: { ...FILES, ...forms } });
    expect(await titles("1 résultat pour « email »")).toEqual(["Formes"]);
    const field = page.getByRole("searchbox");
    await field.fill("rgaa c");
    await titles("1 résultat pour « rgaa c »");
    // Only words are marked, and elided letters stay beside their word.
    expect((await page.locator("mark").allTextContents()).slice(-3)).toEqual(["RGAA", "C", "CO₂"]);
    expect(await page.locator(".post-row-description").innerText()).toContain(
      "Un e-mail (RGAA). C’est un retour d’expérience. Du CO₂.",
    );
    for (const gas of ["CO2", "co₂"]) {
      await field.fill(gas);
      await titles(`1 résultat pour « ${gas} »`);
      expect(await page.locator("mark").allTextContents()).toEqual(["CO₂"]);
    }
    for (const quoted of ['"retour d\'expérience"', "“retour d’expérience”", "« retour d’expérience »"]) {
      await field.fill(quoted);
      expect(await titles(`1 résultat pour « ${quoted} »`)).toEqual(["Formes"]);
    }
    // Of two forms of a word, one finds more.
    await field.fill("invité");
    expect(await titles("2 résultats pour « invité »")).toHaveLength(2);
    await field.fill("invitée");
    expect(await titles("1 résultat pour « invitée »")).toEqual(["Soirée"]);
    await field.fill('"expérience retour"');
    const none =
      'Aucun résultat pour « "expérience retour" ». Essayez un autre mot, ou parcourez les listes ci-dessous.';
    expect(await titles(none)).toEqual([]);
    await page.context().close();
  });

  it("is told if no text has all her words, and gets those with most of them first", async () => {
    const { page, titles } = await openPage("recherche/");
    // Nor does she miss them if corrections cannot be loaded.
    const lost: string[] = [];
    await page.route("**/assets/spelling-*.js", (route) => {
      lost.push(route.request().url());
      return route.abort();
    });
    await page.getByRole("searchbox").fill("xylophone kayak paraissent");
    const some =
      "Aucun texte n’a tous les mots de « xylophone kayak paraissent ». Textes qui en ont une partie : 2.";
    expect(await titles(some)).toEqual([SECOND, MESURER]);
    await expect.poll(() => lost.length).toBe(1);
    await page.waitForTimeout(LATE);
    expect(await titles(some)).toHaveLength(2);
    await page.context().close();
  });

  it("sees text that looks like HTML as text", async () => {
    const { page, titles } = await openPage("recherche/?q=balalaika");
    expect(await titles("1 résultat pour « balalaika »")).toEqual(["<img src=x>"]);
    const shown = await page.locator(".post-row-description").innerText();
    // The French space, which Pagefind replaces with an ordinary one.
    expect(shown).toContain("Une balalaïka\u202f: 1 < 2 && <b onclick> > 2.");
    expect(await page.locator(".search-results :is(b, script, img)").count()).toBe(0);
    await page.context().close();
  });

  it("goes from the home page to a result by keyboard, and back to her results", async () => {
    const { page, titles } = await openPage("");
    await page.getByRole("link", { name: "Recherche" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Recherche" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("q");
    await page.keyboard.type("politiques publiques");
    await titles("1 résultat pour « politiques publiques »");
    for (let i = 0; i < 10 && !(await focusedText(page)).startsWith("Mesurer"); i += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Mesurer ce que l’on fait" }).waitFor();
    await page.goBack();
    expect(await titles("1 résultat pour « politiques publiques »")).toEqual([MESURER]);
    await page.context().close();
  });

  it("goes back from one search to the previous one, and from the first to the page before", async () => {
    const { page, titles } = await openPage("");
    await page.getByRole("link", { name: "Recherche" }).click();
    const field = page.getByRole("searchbox");
    await field.pressSequentially("balalaïka");
    await page.keyboard.press("Enter");
    await titles("1 résultat pour « balalaïka »");
    // Words half typed are not in the history.
    await field.fill("kay");
    await titles("2 résultats pour « kay »");
    await field.fill("kayak");
    await titles("2 résultats pour « kayak »");
    // Those typed before a filter is chosen are, even without Enter.
    await page.locator("summary").click();
    await page.getByLabel("Mot-clé", { exact: true }).selectOption({ label: "Mesure (1)" });
    expect(await titles("1 résultat pour « kayak »")).toEqual([MESURER]);
    await page.goBack();
    await titles("2 résultats pour « kayak »");
    expect(await page.getByLabel("Mot-clé", { exact: true }).inputValue()).toBe("");
    await page.goBack();
    expect(await titles("1 résultat pour « balalaïka »")).toEqual(["<img src=x>"]);
    expect(await field.inputValue()).toBe("balalaïka");
    expect(await page.title()).toMatch(/^balalaïka – /);
    const written = page.evaluate(
      () =>
        new Promise((resolve) => {
          history.replaceState = resolve;
          setTimeout(resolve, 1500, "nothing");
        }),
    );
    await page.goForward();
    await titles("2 résultats pour « kayak »");
    await page.goBack();
    await titles("1 résultat pour « balalaïka »");
    expect(await written).toBe("nothing");
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Mon carnet" }).waitFor();
    await page.context().close();
  });

  it("keeps her words in Safari too, which empties fields without autocompletion", async () => {
    const { page, titles } = await openPage("recherche/");
    const field = page.getByRole("searchbox");
    await field.pressSequentially("évaluer ");
    await titles("2 résultats pour « évaluer »");
    expect(await field.inputValue()).toBe("évaluer ");
    const emptied = (): Promise<void> =>
      page.locator("form").evaluate((form: HTMLFormElement) => {
        form.reset();
      });
    await emptied();
    expect(await field.inputValue()).toBe("évaluer");
    await page.goto(new URL("/une-page-perdue/", page.url()).href);
    await emptied();
    expect(await page.getByRole("searchbox").inputValue()).toBe("une page perdue");
    await page.context().close();
  });

  it("loads nothing of the index before she uses the field", async () => {
    const { page, url } = await openPage("");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${url}recherche/`, { waitUntil: "networkidle" });
    expect(asked.filter((one) => one.includes("/pagefind/"))).toEqual([]);
    await page.getByRole("searchbox").focus();
    await expect.poll(() => asked.some((one) => one.endsWith("/pagefind.js"))).toBe(true);
    await page.context().close();
  });

  it("is told if the index is slow, and if it cannot be loaded, and offered the tags; the next try can succeed", async () => {
    const { page, titles } = await openPage("recherche/");
    const field = page.getByRole("searchbox");
    const held: Route[] = [];
    await page.route("**/pagefind/pagefind.js", (route) => void held.push(route));
    await field.fill("kayak");
    await titles("Recherche en cours…");
    await Promise.all(held.map((route) => route.abort()));
    await titles(FAILED);
    expect(await page.getByRole("main").getByRole("link", { name: "Méthode" }).isVisible()).toBe(true);
    // At once this time: nothing may replace the message afterwards.
    await page.unroute("**/pagefind/pagefind.js");
    await page.route("**/pagefind/pagefind.js", (route) => route.abort());
    await field.fill("kayaks");
    await page.waitForTimeout(LATE);
    await titles(FAILED);
    await page.unroute("**/pagefind/pagefind.js");
    await page.reload();
    expect(await titles("2 résultats pour « kayaks »")).toHaveLength(2);
    await page.context().close();
  });

  it("sees the results for her last words, even if those for earlier ones come later", async () => {
    const { page, titles } = await openPage("recherche/");
    const field = page.getByRole("searchbox");
    const held: Route[] = [];
    let count = 0;
    // The first text tells whether the index has the word; the others are loaded to be shown.
    await page.route("**/*.pf_fragment", (route) => {
      count += 1;
      return count === 2 ? void held.push(route) : route.continue();
    });
    await field.fill("kayak");
    await expect.poll(() => held.length).toBe(1);
    await field.fill("balalaïka");
    expect(await titles("1 résultat pour « balalaïka »")).toEqual(["<img src=x>"]);
    await Promise.all(held.map((route) => route.continue()));
    await page.waitForTimeout(LATE);
    expect(await titles("1 résultat pour « balalaïka »")).toEqual(["<img src=x>"]);
    await page.context().close();
  });

  it("is told if a part of the index cannot be loaded, not that nothing was found", async () => {
    const { page, titles } = await openPage("recherche/");
    const field = page.getByRole("searchbox");
    await page.route("**/*.pf_index", (route) => route.fulfill({ status: 404 }));
    await field.fill("kayak");
    await titles(FAILED);
    await page.unroute("**/*.pf_index");
    await field.fill("kayaks");
    expect(await titles("2 résultats pour « kayaks »")).toHaveLength(2);
    await page.context().close();
  });

  it("is told what to do if the script of the search does not come", async () => {
    const { page, titles } = await openPage("recherche/");
    const lost = page.locator(".search-lost");
    expect(await lost.count()).toBe(0);
    await page.route("**/assets/search-*.js", (route) => route.abort());
    await page.reload();
    expect(await lost.isVisible()).toBe(false);
    await titles(FAILED);
    expect(await page.getByRole("main").getByRole("link", { name: "Méthode" }).isVisible()).toBe(true);
    await page.context().close();
  });

  it("reads without JavaScript why she cannot search, and finds the tags and the archives", async () => {
    const { page } = await openPage("recherche/", { javaScriptEnabled: false });
    const main = page.getByRole("main");
    expect(await main.locator(".search-note").isVisible()).toBe(true);
    expect(await main.locator(".search-note").innerText()).toContain("demande JavaScript");
    expect(await main.getByRole("searchbox").isVisible()).toBe(false);
    expect(await main.getByRole("link", { name: "Méthode" }).getAttribute("href")).toBe(
      "/mots-cles/methode/",
    );
    expect(await main.getByRole("link", { name: "2026" }).getAttribute("href")).toBe("/archives/2026/");
    await page.context().close();
  });

  it("is offered no search on a site built without it", async () => {
    const { page } = await openPage("perdue/", { args: ["--no-search"] });
    expect(await page.getByRole("searchbox").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Recherche" }).count()).toBe(0);
    await page.context().close();
  });
});

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}
