// One built HTML page → its title and the words that it is read for, without menus, neighbours and footers.
// Of a post or a page that is what stands under class `prose`; a page without it is read for all of its `main`.
import { Parser } from "htmlparser2";

export interface PageText {
  /** `post`, `page`, `home`…, from the class of `body`; empty in a layout that says none. */
  kind: string;
  title: string;
  /** One space between words. */
  text: string;
  /** True where that is what stands under class `prose`. */
  isProse: boolean;
  /** Where a redirect page leads. */
  target?: string;
}

/** Not read: code of players, scripts, drawings. */
const UNREAD = new Set(["script", "style", "template", "svg", "noscript"]);

export function readPageText(html: string): PageText {
  const read = { kind: "", title: "", heading: "", prose: "", main: "", target: "" };
  const open: string[] = [];
  let [unread, prose, main, heading] = [0, 0, 0, 0];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "body") read.kind = /(?:^|\s)kind-([\w-]+)/.exec(attributes["class"] ?? "")?.[1] ?? "";
      if (name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh")
        read.target = /url=\s*['"]?([^'"]*)/i.exec(attributes["content"] ?? "")?.[1]?.trim() ?? "";
      if (UNREAD.has(name)) unread = unread || open.length + 1;
      if (name === "main") main = main || open.length + 1;
      if (name === "h1") heading = heading || open.length + 1;
      if (/(?:^|\s)prose(?:\s|$)/.test(attributes["class"] ?? "")) prose = prose || open.length + 1;
      open.push(name);
    },
    ontext(text) {
      if (unread > 0) return;
      if (open.at(-1) === "title") read.title += text;
      if (heading > 0) read.heading += text;
      if (prose > 0) read.prose += text;
      else if (main > 0 && heading === 0) read.main += text;
    },
    onclosetag() {
      open.pop();
      const depth = open.length;
      if (depth < unread) unread = 0;
      if (depth < prose) prose = 0;
      if (depth < main) main = 0;
      if (depth < heading) heading = 0;
    },
  });
  parser.end(html);
  const { kind, target } = read;
  const written = onOneLine(read.prose);
  return {
    kind,
    title: onOneLine(read.heading) || onOneLine(read.title),
    text: written || onOneLine(read.main),
    isProse: written !== "",
    ...(target !== "" && { target }),
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
