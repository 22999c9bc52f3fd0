// Values to show for the settings of `site.yaml` that are refused and cannot be mended.
// Each is the safe choice: pasted as it is, it claims nothing, counts nobody unasked, and loads nothing more.
import type { KeyPath } from "../yaml/locate.ts";
import { yamlOf } from "./lines.ts";

/** By path; `*` is a name that the owner chose, or an item of a list. */
const EXAMPLES: Readonly<Record<string, string>> = {
  title: "Le carnet du programme",
  url: "https://blog.example.org",
  lang: "fr",
  timeZone: "Europe/Paris",
  postsPerPage: "8",
  permalink: "/blog/:year/:month/:day/:slug/",
  typography: "off",
  checks: "{ vague-link: off }",
  "checks.*": "warn",
  feeds: "{ ids: address }",
  "feeds.ids": "address",
  embeds: "{ allow: [speakerdeck.com], load: click }",
  "embeds.load": "click",
  alsoServed: "[/defis/]",
  "alsoServed.*": "/defis/",
  theme: '{ accent: "#55269b" }',
  "theme.accent": '"#55269b"',
  nav: '[{ label: "À propos", url: /a-propos/ }]',
  "nav.*": '{ label: "À propos", url: /a-propos/ }',
  "nav.*.label": "À propos",
  "nav.*.url": "/a-propos/",
  footer: '[{ label: "À propos", url: /a-propos/ }]',
  "footer.*": '{ label: "À propos", url: /a-propos/ }',
  "footer.*.label": "À propos",
  "footer.*.url": "/a-propos/",
  social: '[{ label: "Mastodon", url: "https://social.example.org/@programme" }]',
  "social.*": '{ label: "Mastodon", url: "https://social.example.org/@programme" }',
  "social.*.label": "Mastodon",
  "social.*.url": '"https://social.example.org/@programme"',
  email: "contact@example.org",
  repository: "https://github.com/programme/blog",
  branch: "main",
  forge: "gitlab",
  share: "[mail, copy, mastodon, bluesky, linkedin, x]",
  icon: "/img/icone.svg",
  accessibility: "{ status: non conforme }",
  "accessibility.status": "non conforme",
  "accessibility.sample.*.label": "Accueil",
  "accessibility.sample.*.url": "/",
  audience: "{ matomo: https://stats.example.org/, siteId: 12, consent: ask }",
  "audience.matomo": "https://stats.example.org/",
  "audience.siteId": "12",
  "audience.consent": "ask",
  host: "netlify",
  archived: "2026-06-30",
  "archived.date": "2026-06-30",
  translations: '{ en: { title: "The notebook", taxonomies: { promotion: { label: Cohort } } } }',
  taxonomies: "{ promotion: { label: Promotion } }",
  "taxonomies.*": "{ label: Promotion }",
  fields: "{ defi: { type: string, label: Défi } }",
  "fields.*": "{ type: string }",
  "fields.*.type": "string",
};

export function siteExample(path: KeyPath): string | undefined {
  const [first, name, last] = path;
  // A taxonomy without a label is called by its key.
  if (first === "taxonomies" && last === "label" && path.length === 3) return yamlOf(String(name));
  const key = path.map(String).join(".");
  return Object.entries(EXAMPLES).find(([pattern]) => isLike(pattern.split("."), key.split(".")))?.[1];
}

function isLike(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((part, i) => part === "*" || part === path[i]);
}
