/// <reference lib="dom" />
import { describe, expect, it } from "vitest";
import { post } from "../support/site.ts";
import { usesBrowser } from "./browser.ts";
import { FILES, openPage, type Opened, type Opening } from "./search-site.ts";

usesBrowser();

/** The usual files, and a text long enough for its end to be out of sight. */
const files = {
  ...FILES,
  "content/posts/2024-02-03-long.md": post(
    "Un long texte",
    `${"Un mot.\n\n".repeat(80)}## Les chiffres\n\nTrois.`,
  ),
  "content/redirects.yaml":
    "/ancien/: /blog/2024/02/03/long/\n/ancien.html: /blog/2024/02/03/long/#les-chiffres\n",
};
const TEXT = "carnet/blog/2024/02/03/long/";

describe("the redirect page of an old address", () => {
  const open = async (options: Opening = {}): Promise<Opened> =>
    openPage("", { basePath: "/carnet/", files, ...options });

  it("keeps the fragment of the address, as a host that redirects does", async () => {
    const { page, url, network } = await open();
    const asked = async (path: string): Promise<string> => {
      await page.goto("about:blank");
      // `goto` may report the redirect as an interruption.
      await page.goto(url + path).catch(() => undefined);
      await page.getByRole("heading", { level: 1, name: "Un long texte" }).waitFor();
      return page.url().slice(url.length - "carnet/".length);
    };
    expect(await asked("ancien/#les-chiffres")).toBe(`${TEXT}#les-chiffres`);
    await page.getByRole("heading", { name: "Les chiffres" }).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(await asked("ancien/")).toBe(TEXT);
    expect(await asked("ancien.html#autre")).toBe(`${TEXT}#les-chiffres`);
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.context().close();
  });

  it("redirects without JavaScript", async () => {
    const { page, url } = await open({ javaScriptEnabled: false });
    await page.goto(`${url}ancien/`).catch(() => undefined);
    await page.getByRole("heading", { level: 1, name: "Un long texte" }).waitFor();
    await page.context().close();
  });
});
