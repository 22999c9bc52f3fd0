// `_nginx.conf`: what your own server needs to respond as the hosts do, to be included in its `server` block.
// nginx compares decoded addresses, and takes `$` in a target for a variable: addresses and targets are written accordingly.
import { ADMIN, adminHeaders } from "../admin/page.ts";
import { PROGRAM } from "../admin/program.ts";
import { outputFile } from "../content/permalinks.ts";
import type { Content } from "../content/types.ts";
import { langPrefix, withBase, wordsLang, type Site } from "../site/site.ts";
import { nginxWords } from "../strings/nginx.ts";
import { headersOfAll, type Served } from "./headers.ts";
import { contentSecurityPolicy, INDEX_PIECES, KEPT, SVG_POLICY } from "./policy.ts";
import { redirectAddress } from "./redirects.ts";

/** The whole file. Every value that comes from content is quoted. */
export function nginxFile(content: Content, served: Served): string {
  const { site } = content;
  const words = nginxWords(wordsLang(site, site.lang));
  return [
    ...words.head.map((line) => `# ${line}`),
    "charset utf-8;",
    "index index.html;",
    "absolute_redirect off;",
    ...COMPRESSED,
    "",
    ...notFoundLines(content),
    "",
    ...lifetimeLines(site, served),
    "",
    ...safetyLines(site, served),
    "",
    ...typeLines(site, served),
    `# ${words.hidden}`,
    `location ~ ${quoted(`/\\.(?!well-known/)|^${literal(decodeURI(site.basePath))}_(?:headers|redirects|nginx\\.conf)$`)} { return 404; }`,
    ...redirectLines(content),
    "location / { try_files $uri $uri/ =404; }",
    "",
  ].join("\n");
}

/** The 404 page, in the language of the part of the site that was requested. */
function notFoundLines({ site, languages }: Content): string[] {
  const roots = languages
    .filter((lang) => lang !== site.lang)
    .map((lang) => asked(site, `${langPrefix(site, lang)}/`));
  return [
    ...choice("carnet_404", `${decodeURI(site.basePath)}404.html`, [
      ...roots.map((root): Case => [startsWith(root), `${root}404.html`]),
    ]),
    // A folder without a page, such as `/blog/2026/`, is refused with 403: readers who shorten an address request it.
    "error_page 404 $carnet_404;",
    "error_page 403 =404 $carnet_404;",
  ];
}

function lifetimeLines(site: Site, { feedUrls }: Served): string[] {
  const base = literal(decodeURI(site.basePath));
  return [
    ...choice("carnet_cache", KEPT.asked, [
      [matches(`\\.(?:${KEPT_A_DAY})$`, "~*"), KEPT.day],
      [
        matches(
          `^${base}(?:assets|pictures${site.admin ? `|${FORM}` : ""})/|\\.(?:${INDEX_PIECES.join("|")})$`,
        ),
        KEPT.forever,
      ],
      [matches(FEEDS), KEPT.minutes],
      ...feedUrls.map((url): Case => [`$uri = ${quoted(asked(site, url))}`, KEPT.minutes]),
    ]),
    "add_header Cache-Control $carnet_cache;",
  ];
}

/** The policy of each kind of page, and the headers of every response. */
function safetyLines(site: Site, served: Served): string[] {
  const { frameHosts, searchUrls } = served;
  const { endpoint } = site.measure ?? {};
  const form = site.admin ? [[startsWith(asked(site, ADMIN)), adminHeaders(site)] as const] : [];
  const all = headersOfAll(served);
  const noPage: Case = [matches(`\\.(?:${NO_PAGE})$`), ""];
  return [
    ...choice("carnet_policy", contentSecurityPolicy(frameHosts, { endpoint }), [
      noPage,
      // nginx internally requests the index of a folder, and evaluates these conditions again with the address of that file.
      ...searchUrls.map((url): Case => [
        `$uri = ${quoted(asked(site, `/${outputFile(url)}`))}`,
        contentSecurityPolicy(frameHosts, { endpoint, searches: true }),
      ]),
      [matches("\\.svg$", "~*"), SVG_POLICY],
      ...form.map(([where, headers]): Case => [where, headers["Content-Security-Policy"]]),
    ]),
    "add_header Content-Security-Policy $carnet_policy always;",
    ...form.flatMap(([where, headers]) =>
      choice("carnet_opener", all[OPENER] ?? "", [[where, headers[OPENER]]]),
    ),
    ...choice("carnet_permissions", all[PERMISSIONS] ?? "", [noPage]),
    ...Object.entries(all).map(([name, value]) => {
      if (name === OPENER && site.admin) return `add_header ${name} $carnet_opener always;`;
      return `add_header ${name} ${name === PERMISSIONS ? "$carnet_permissions" : quoted(value)} always;`;
    }),
  ];
}

function typeLines(site: Site, { feedUrls }: Served): string[] {
  return [
    ...TYPES.map(([pattern, type]) => typed(`~ ${quoted(pattern)}`, type)),
    ...feedUrls
      .filter((url) => !new RegExp(FEEDS).test(url))
      .map((url) =>
        typed(
          `= ${quoted(asked(site, url))}`,
          url.endsWith(".json") ? "application/feed+json" : "application/atom+xml",
        ),
      ),
  ];
}

/** A site path in the form that nginx compares. */
function asked(site: Site, url: string): string {
  return decodeURI(withBase(site, url));
}

/** Level 6 is that of the other hosts: at nginx's own, 1, styles weigh a quarter more. */
const COMPRESSED = [
  "gzip on;",
  "gzip_comp_level 6;",
  "gzip_vary on;",
  "gzip_types text/css text/plain text/xml text/javascript application/javascript application/json application/xml application/atom+xml application/feed+json application/manifest+json image/svg+xml;",
];

const OPENER = "Cross-Origin-Opener-Policy";
const PERMISSIONS = "Permissions-Policy";

/**
 * Files that no browser shows as a page, where the two long policies mean nothing. nginx sends them whole with every file, over
 * HTTP/2 too: a kilobyte each, as much as a tenth of a home page. It leaves out a header without a value.
 */
const NO_PAGE = `avif|css|gif|ico|jpe?g|png|webp|woff2|${INDEX_PIECES.join("|")}`;

/** Folder of the form's program. */
const FORM = (ADMIN + PROGRAM).replace(/^\/|\/$/g, "");

/** Files that are copied as they are, without a name of their own for each version. */
const KEPT_A_DAY = "avif|gif|ico|jpe?g|mp3|mp4|pdf|png|svg|webm|webp|woff2?";

const FEEDS = "/feed\\.(?:xml|json)$";

/** Types that Debian's list lacks, or names less precisely. */
const TYPES = [
  ["/feed\\.xml$", "application/atom+xml"],
  ["/feed\\.json$", "application/feed+json"],
  ["\\.webmanifest$", "application/manifest+json"],
] as const;

type Case = readonly [condition: string, value: string];

/** A variable with the value of the last case whose condition is true. `if` is safe here: it contains only `set`. */
function choice(name: string, otherwise: string, cases: readonly Case[]): string[] {
  return [
    `set $${name} ${quoted(otherwise)};`,
    ...cases.map(([condition, value]) => `if (${condition}) { set $${name} ${quoted(value)}; }`),
  ];
}

function typed(location: string, type: string): string {
  return `location ${location} { types { } default_type ${type}; }`;
}

function matches(pattern: string, operator: "~" | "~*" = "~"): string {
  return `$uri ${operator} ${quoted(pattern)}`;
}

function startsWith(path: string): string {
  return matches(`^${literal(path)}`);
}

/** A pattern that matches exactly these characters. */
function literal(path: string): string {
  return path.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** One exact address each, which nginx finds in a tree: ten thousand of them cost no more than ten. */
function redirectLines({ site, redirects }: Content): string[] {
  return redirects.flatMap(({ from, to }) => {
    const target = to.startsWith("/") ? withBase(site, to) : to;
    const page = redirectAddress(from);
    const urls = page.endsWith("/") && page !== "/" ? [page, page.slice(0, -1)] : [page];
    return urls.map(
      (url) =>
        `location = ${quoted(asked(site, url))} { return 301 ${quoted(target.replace(/[$\\]/g, encodeURIComponent))}; }`,
    );
  });
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
