import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { TAB_SCRIPT, Tabs } from "../../../src/eleventy/tabs.ts";

class Browser extends EventEmitter {
  readonly told: string[] = [];
  send(text: string): void {
    this.told.push(text);
  }
}

/** The address to which the script in a page connects. */
function listensAt(html: string, path: string): { url: string } {
  const src = /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? "";
  const mark = new URL(src, "http://localhost/").searchParams.get("mark") ?? "";
  return { url: `/?${String(new URLSearchParams({ page: path, mark }))}` };
}

/** Pages that can change, and a function that opens one, as it is now, in a browser. */
function site(pages: Record<string, string | undefined>): { tabs: Tabs; open: (path: string) => Browser } {
  const tabs = new Tabs((path) => pages[path]);
  const open = (path: string): Browser => {
    const browser = new Browser();
    tabs.follow(browser, listensAt(tabs.mark(pages[path] ?? ""), path));
    return browser;
  };
  return { tabs, open };
}

it("reloads the page that changed, and no other", () => {
  const pages: Record<string, string> = { "/a/": "<head></head>A", "/b/": "<head></head>B", "/%C3%A9/": "É" };
  const { tabs, open } = site(pages);
  const [a, b, accent] = ["/a/", "/b/", "/%C3%A9/"].map(open);
  pages["/a/"] = "<head></head>A, changed";
  tabs.renew({ files: false });
  expect([a?.told, b?.told, accent?.told]).toEqual([["reload"], [], []]);
  pages["/%C3%A9/"] = "È";
  tabs.renew({ files: false });
  expect([b?.told, accent?.told]).toEqual([[], ["reload"]]);
});

it("reloads every page when a file that pages load changed", () => {
  const { tabs, open } = site({ "/a/": "A", "/b/": "B" });
  const browsers = ["/a/", "/b/"].map(open);
  tabs.renew({ files: true });
  expect(browsers.map(({ told }) => told)).toEqual([["reload"], ["reload"]]);
  expect(open("/a/").told).toEqual([]);
});

it("reloads a page that was sent before a save and connects after it", () => {
  const pages: Record<string, string> = { "/a/": "A", "/b/": "B" };
  const { tabs } = site(pages);
  const sent = ["/a/", "/b/"].map((path) => listensAt(tabs.mark(pages[path] ?? ""), path));
  pages["/a/"] = "A, changed";
  tabs.renew({ files: false });
  const [a, b] = [new Browser(), new Browser()];
  [a, b].forEach((browser, i) => {
    tabs.follow(browser, sent[i] ?? {});
  });
  expect([a.told, b.told]).toEqual([["reload"], []]);
});

it("reloads a page that another server sent, which may have other files", () => {
  const before = site({ "/a/": "A" });
  const { tabs } = site({ "/a/": "A" });
  const browser = new Browser();
  tabs.follow(browser, listensAt(before.tabs.mark("A"), "/a/"));
  expect(browser.told).toEqual(["reload"]);
});

it("reloads no page that is unknown or gone, and forgets closed browsers", () => {
  const pages: Record<string, string | undefined> = { "/a/": "A", "/gone/": "B" };
  const { tabs, open } = site(pages);
  const [a, gone] = ["/a/", "/gone/"].map(open);
  const strange = new Browser();
  for (const url of ["/", "/?page=/a/", "//", "/?mark=x"]) tabs.follow(strange, { url });
  pages["/gone/"] = undefined;
  a?.emit("close");
  tabs.renew({ files: true });
  expect([a?.told, gone?.told, strange.told]).toEqual([[], [], []]);
});

it.each([
  ["<html><head><title>A</title></head><body>", "<html><head><title>A</title>SCRIPT</head><body>"],
  ["<HEAD></HEAD><p>$&</p></head>", "<HEAD>SCRIPT</HEAD><p>$&</p></head>"],
  ["<HTML><HEAD></HEAD>A", "<HTML><HEAD>SCRIPT</HEAD>A"],
  ["<title>A</title>", "<title>A</title>SCRIPT"],
])("writes the script into %s", (html, marked) => {
  const script = new RegExp(
    `<script type="module" src="${TAB_SCRIPT.replace(".", "\\.")}\\?mark=[\\w.-]+"></script>`,
  );
  expect(new Tabs(() => undefined).mark(html).replace(script, "SCRIPT")).toBe(marked);
});
