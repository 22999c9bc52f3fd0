// One built HTML page → its title, its main text, without menus, neighbours and footers, and what the site says above every page.
// In a post or a page, that is what has class `prose`; in a page without class `prose`, it is all of `main`.
import { Parser } from "htmlparser2";

export interface PageText {
  /** `post`, `page`, `home`…, from the class of `body`; empty if the layout gives none. */
  kind: string;
  title: string;
  /** Words separated by one space. */
  text: string;
  /**
   * What is above the class `prose`: the description, the day of the deadline, whether or not it has passed, the days of
   * publication and update, and who signs.
   */
  above: string;
  /** True if something has class `prose`. */
  isProse: boolean;
  /** Target of a redirect page. */
  target?: string;
  /** What the site says above every page: a notice, or that it is archived. */
  notices: string[];
}

/** Skipped: code of players, scripts, drawings. */
const UNREAD = new Set(["script", "style", "template", "svg", "noscript"]);

/** Classes of what is compared of the top of a text, besides days. */
const ABOVE = new Set(["standfirst", "authors"]);

type Region = "unread" | "notice" | "main" | "heading" | "dated" | "above" | "prose";

export function readPageText(html: string): PageText {
  const read = { kind: "", title: "", heading: "", above: "", prose: "", main: "", notice: "", target: "" };
  const notices: string[] = [];
  const open: string[] = [];
  /** Depth at which each region that the parser is in begins. */
  const inside = new Map<Region, number>();
  const parser = new Parser({
    onopentag(name, attributes) {
      const { class: classes = "", content = "" } = attributes;
      if (name === "body") read.kind = /(?:^|\s)kind-([\w-]+)/.exec(classes)?.[1] ?? "";
      if (name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh")
        read.target = /url=\s*['"]?([^'"]*)/i.exec(content)?.[1]?.trim() ?? "";
      for (const region of regionsOf(name, classes.split(/\s+/), inside.has("dated")))
        if (!inside.has(region)) inside.set(region, open.length + 1);
      open.push(name);
    },
    ontext(text) {
      if (inside.has("unread")) return;
      if (open.at(-1) === "title") read.title += text;
      if (inside.has("notice")) read.notice += text;
      if (inside.has("heading")) read.heading += text;
      if (inside.has("above")) read.above += text;
      if (inside.has("prose")) read.prose += text;
      else if (inside.has("main") && !inside.has("heading")) read.main += text;
    },
    onclosetag() {
      open.pop();
      for (const [region, depth] of inside) {
        if (open.length >= depth) continue;
        inside.delete(region);
        if (region === "above") read.above += " ";
        if (region !== "notice") continue;
        notices.push(onOneLine(read.notice));
        read.notice = "";
      }
    },
  });
  parser.end(html);
  const { kind, target } = read;
  const written = onOneLine(read.prose);
  return {
    kind,
    title: onOneLine(read.heading) || onOneLine(read.title),
    text: written || onOneLine(read.main),
    above: written === "" ? "" : onOneLine(read.above),
    isProse: written !== "",
    notices,
    ...(target !== "" && { target }),
  };
}

/** The regions that an element begins. What is around its days (how long a text takes to read) follows the text. */
function regionsOf(name: string, classes: readonly string[], isDated: boolean): Region[] {
  const begun: readonly (readonly [Region, boolean])[] = [
    ["unread", UNREAD.has(name)],
    ["notice", name === "aside" && classes.includes("archived")],
    ["main", name === "main"],
    ["heading", name === "h1"],
    ["dated", classes.some((one) => one === "banner" || one === "post-meta")],
    ["above", classes.some((one) => ABOVE.has(one)) || (isDated && name === "time")],
    ["prose", classes.includes("prose")],
  ];
  return begun.flatMap(([region, begins]) => (begins ? region : []));
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
