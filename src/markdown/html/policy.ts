// What raw HTML may contain: elements, and their attributes. Everything else is removed.
// It is an allow-list, because a list of what is dangerous is never complete. `style` and event handlers are never on it, nor
// is `name`, with which a form or picture would shadow a property of `document`.

const words = (text: string): string[] => text.split(" ");

/** Attributes allowed on any allowed element; `id` is made unique first. */
export const GLOBAL_ATTRIBUTES = new Set(words("id class lang dir title aria-label"));

/** Attributes removed without a message: they only describe how an old page should look, or are for a widget's script. */
export const UNSAID_ATTRIBUTES = new Set(
  words(
    "align alt background bgcolor border cellpadding cellspacing char charoff charset cite clear color compact crossorigin " +
      "decoding face fetchpriority frame frameborder height hspace itemid itemprop itemref itemscope itemtype language " +
      "loading longdesc name noshade nowrap rel referrerpolicy rev rules size sizes summary target translate type valign " +
      "vspace width xml:lang xmlns",
  ),
);

/** Allowed elements, with their attributes besides the global ones. */
export const ELEMENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: "href hreflang download",
    abbr: "",
    audio: "src controls loop preload",
    b: "",
    bdi: "",
    bdo: "",
    blockquote: "",
    br: "",
    caption: "",
    cite: "",
    code: "",
    col: "span",
    colgroup: "span",
    dd: "",
    del: "datetime",
    details: "open",
    dfn: "",
    div: "",
    dl: "",
    dt: "",
    em: "",
    figcaption: "",
    figure: "",
    h2: "",
    h3: "",
    h4: "",
    h5: "",
    h6: "",
    hr: "",
    i: "",
    img: "src alt width height",
    ins: "datetime",
    kbd: "",
    li: "value",
    mark: "",
    ol: "start reversed type",
    p: "",
    pre: "",
    q: "",
    rp: "",
    rt: "",
    ruby: "",
    s: "",
    samp: "",
    section: "",
    small: "",
    source: "src type",
    span: "",
    strong: "",
    sub: "",
    summary: "",
    sup: "",
    table: "",
    tbody: "",
    td: "colspan rowspan headers",
    tfoot: "",
    th: "colspan rowspan headers scope abbr",
    thead: "",
    time: "datetime",
    tr: "",
    track: "src kind srclang label default",
    u: "",
    ul: "",
    var: "",
    video: "src controls loop muted playsinline poster preload width height",
    wbr: "",
  }).map(([name, attributes]) => [name, new Set(attributes === "" ? [] : words(attributes))]),
);

/** Elements rendered under another name, or only by their content (`""`): old presentational ones, page structure, forms. */
export const REPLACED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    h1: "h2",
    strike: "s",
    tt: "code",
    acronym: "abbr",
    dir: "ul",
    menu: "ul",
    big: "",
    center: "div",
    font: "",
    nobr: "",
    blink: "",
    marquee: "",
    picture: "",
    html: "",
    body: "",
    main: "div",
    article: "div",
    header: "div",
    footer: "div",
    nav: "div",
    aside: "section",
    hgroup: "div",
    form: "div",
    fieldset: "div",
    legend: "div",
    dialog: "div",
    search: "div",
    address: "div",
  }),
);

/** Elements dropped with their content, which is not text. */
export const DROPPED_WHOLE = new Set(
  words(
    "script style svg math applet template noscript title head select textarea canvas noembed noframes xmp plaintext frameset datalist",
  ),
);

/** As authors write them; those of a text are shown from the second on. */
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

/** Element → open elements that it closes, up to the nearest of `BOUNDARIES`, as in browsers. */
export const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    li: "li p",
    dt: "dt dd p",
    dd: "dt dd p",
    tr: "tr td th p",
    td: "td th p",
    th: "td th p",
    thead: "thead tbody tfoot tr td th caption colgroup p",
    tbody: "thead tbody tfoot tr td th caption colgroup p",
    tfoot: "thead tbody tfoot tr td th caption colgroup p",
  }).map(([name, closed]) => [name, new Set(words(closed))]),
);

/** What any block also closes: neither a paragraph nor a heading can contain it. */
export const CLOSED_BY_BLOCK: ReadonlySet<string> = new Set(words("p h2 h3 h4 h5 h6"));

/** Elements beyond which nothing is closed implicitly. */
export const BOUNDARIES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    li: "ul ol",
    dt: "dl",
    dd: "dl",
    tr: "table",
    td: "table tr",
    th: "table tr",
    thead: "table",
    tbody: "table",
    tfoot: "table",
  }).map(([name, held]) => [name, new Set(words(held))]),
);

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
