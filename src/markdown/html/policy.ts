// What raw HTML may contain: elements, and their attributes. Everything else is removed.
// It is an allow-list, because a list of what is dangerous is never complete. `style` and event handlers are never printed, nor
// is `name`, with which a form or picture would shadow a property of `document`.
import { isOnlySize } from "../picture-size.ts";

const words = (text: string): string[] => text.split(" ");

/** Attributes allowed on any allowed element; `id` is made unique first. */
const GLOBAL_ATTRIBUTES = new Set(words("id class lang dir title aria-label"));

/** Attributes removed without a message: they only describe how an old page should look, or are for a widget's script. */
export const UNSAID_ATTRIBUTES = new Set(
  words(
    "align alt background bgcolor border cellpadding cellspacing char charoff charset cite clear color compact crossorigin " +
      "decoding face fetchpriority frame frameborder height hspace itemid itemprop itemref itemscope itemtype language " +
      "loading longdesc name noshade nowrap rel referrerpolicy rev rules size sizes summary target translate type valign " +
      "vspace width xml:lang xmlns",
  ),
);

const PLAIN_ELEMENTS = words(
  "abbr b bdi bdo blockquote br caption cite code dd dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i kbd mark p pre q rp rt " +
    "ruby s samp section small span strong sub summary sup table tbody tfoot thead tr u ul var wbr",
);

/** Allowed elements, with their attributes besides the global ones. */
export const ELEMENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...PLAIN_ELEMENTS.map((name) => [name, new Set<string>()] as const),
  ...Object.entries({
    a: "href hreflang download",
    audio: "src controls loop preload",
    col: "span",
    colgroup: "span",
    del: "datetime",
    details: "open",
    img: "src alt width height",
    ins: "datetime",
    li: "value",
    ol: "start reversed type",
    source: "src type",
    td: "colspan rowspan headers",
    th: "colspan rowspan headers scope abbr",
    time: "datetime",
    track: "src kind srclang label default",
    video: "src controls loop muted playsinline poster preload width height",
  }).map(([name, attributes]) => [name, new Set(words(attributes))] as const),
]);

/** Elements rendered under another name, or only by their content (`""`): old presentational ones, page structure, forms. */
export const REPLACED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "": "big font nobr blink marquee picture html body param",
    div: "center main article header footer nav hgroup form fieldset legend dialog search address",
    section: "aside",
    ul: "dir menu",
    s: "strike",
    code: "tt",
    abbr: "acronym",
  }).flatMap(([name, replaced]) => words(replaced).map((one) => [one, name] as const)),
);

/** Elements dropped with their content, which is not text. */
export const DROPPED_WHOLE = new Set(
  words(
    "script style svg math applet template noscript title head select textarea canvas noembed noframes xmp plaintext frameset datalist",
  ),
);

export const HEADINGS: ReadonlySet<string> = new Set(words("h1 h2 h3 h4 h5 h6"));

export const VOID = new Set(words("br col hr img input source track wbr"));

/** Elements that cannot be inside a paragraph. */
export const BLOCK = new Set(
  words(
    "blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul",
  ),
);

/** Blocks that may contain Markdown blocks, and so may stay open from one piece of HTML to the next. */
export const STAYS_OPEN = new Set(
  words("blockquote dd details div dl figcaption figure li ol section table tbody td tfoot th thead tr ul"),
);

const TABLE_PARTS = "thead tbody tfoot tr td th caption colgroup p";

/** Element → open elements that it closes, up to the nearest of the others, as in browsers. */
export const CLOSES: ReadonlyMap<string, { closed: ReadonlySet<string>; upTo: ReadonlySet<string> }> =
  new Map(
    Object.entries({
      li: ["li p", "ul ol"],
      dt: ["dt dd p", "dl"],
      dd: ["dt dd p", "dl"],
      tr: ["tr td th p", "table"],
      td: ["td th p", "table tr"],
      th: ["td th p", "table tr"],
      thead: [TABLE_PARTS, "table"],
      tbody: [TABLE_PARTS, "table"],
      tfoot: [TABLE_PARTS, "table"],
    }).map(([name, [closed = "", upTo = ""]]) => [
      name,
      { closed: new Set(words(closed)), upTo: new Set(words(upTo)) },
    ]),
  );

/** What any block also closes: neither a paragraph nor a heading can contain it. */
export const CLOSED_BY_BLOCK: ReadonlySet<string> = new Set(["p", ...HEADINGS]);

/** Hosts whose scripts only style or steer what works without them: dropped with a warning. Any other script is an error. */
export const WIDGET_SCRIPTS = new Set(
  words(
    "player.vimeo.com api.dmcdn.net geo.dailymotion.com www.youtube.com platform.twitter.com platform.x.com speakerdeck.com " +
      "www.instagram.com platform.instagram.com connect.facebook.net www.tiktok.com embed.reddit.com embedr.flickr.com embed.bsky.app " +
      "assets.pinterest.com static.codepen.io cpwebassets.codepen.io s.imgur.com platform.linkedin.com www.threads.net www.threads.com",
  ),
);

/** Classes that authors may not use: the theme uses them to hide text, move it off screen, or find its players. */
export const isReserved = (name: string): boolean =>
  /^(?:visually-hidden|skip-link|banner|player|(?:player|site|page)-.*)$/.test(name);

const NUMERIC = new Set(["width", "height", "colspan", "rowspan", "span", "start", "value"]);

/**
 * The attributes of a tag that stay. Addresses and ids are judged by the phases that read them; `drop` is called with each attribute
 * that readers of the old page would miss.
 */
export function allowedAttributes(
  element: string,
  attributes: ReadonlyMap<string, string>,
  drop: (name: string) => void,
): [string, string][] {
  const own = ELEMENTS.get(element);
  const allowed = new Map<string, string>();
  const classes = new Set<string>();
  for (const [name, value] of attributes) {
    if (name === "class") {
      for (const one of value.split(/\s+/))
        if (isReserved(one)) drop(`class="${one}"`);
        else if (one !== "") classes.add(one);
    } else if (name === "id" || (name === "name" && element === "a")) {
      if (/\s/.test(value)) drop(name);
      else if (value !== "" && !allowed.has("id")) allowed.set("id", value);
    } else if (element === "img" && /^(?:width|height|style)$/.test(name)) {
      // pictures.ts reads the size in it, and prints nothing else of it.
      allowed.set(name, value);
      if (name === "style" && !isOnlySize(value)) drop(name);
    } else if (
      (GLOBAL_ATTRIBUTES.has(name) || own?.has(name)) &&
      (!NUMERIC.has(name) || /^\d{1,6}$/.test(value))
    )
      allowed.set(name, value);
    else if (name === "align" && (element === "td" || element === "th")) {
      if (/^(?:left|center|right)$/i.test(value.trim())) classes.add(`align-${value.trim().toLowerCase()}`);
    } else if (!isUnsaid(element, name, value)) drop(name);
    // Where the first of them stands.
    if (classes.size > 0) allowed.set("class", [...classes].join(" "));
  }
  return [...allowed];
}

/** HTML parses a no-break space between attributes as a name, and a stray quotation mark; their author did not mean one. */
const isUnsaid = (element: string, name: string, value: string): boolean =>
  UNSAID_ATTRIBUTES.has(name) ||
  name.startsWith("data-") ||
  /^\s*$|["']/.test(name) ||
  (name === "style" && isOnlySize(value)) ||
  (name === "role" && element === "figure" && /^(?:figure|group)$/.test(value));
