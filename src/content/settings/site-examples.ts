// Example values for settings of `site.yaml` that are refused and cannot be corrected.
// Each is the safe choice: pasted as it is, it claims nothing, counts nobody without asking, and loads nothing more.
import { exampleIn, type Example } from "../../strings/problems-yaml.ts";
import type { UiLang } from "../../ui-lang.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { yamlOf } from "./lines.ts";

const ABOUT = { fr: '{ label: "À propos", url: /a-propos/ }', en: "{ label: About, url: /about/ }" };
const ONE_LINK = { fr: `[${ABOUT.fr}]`, en: `[${ABOUT.en}]` };

/** By path; `*` is a name that the owner chose, or an item of a list. Examples with words are in two languages. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  title: { fr: "Le carnet du programme", en: "The programme’s notebook" },
  url: "https://blog.example.org",
  lang: { fr: "fr", en: "en" },
  timeZone: "Europe/Paris",
  postsPerPage: "8",
  permalink: "/blog/:year/:month/:day/:slug/",
  typography: "off",
  checks: "{ vague-link: off }",
  "checks.*": "warn",
  feeds: "{ ids: address }",
  "feeds.ids": "/blog/:year/:month/:day/:slug/",
  embeds: "{ allow: [speakerdeck.com], load: click }",
  "embeds.load": "click",
  alsoServed: { fr: "[/defis/]", en: "[/challenges/]" },
  "alsoServed.*": { fr: "/defis/", en: "/challenges/" },
  theme: '{ accent: "#55269b" }',
  "theme.accent": '"#55269b"',
  "theme.logoHeight": "80",
  nav: ONE_LINK,
  "nav.*": ABOUT,
  "nav.*.label": { fr: "À propos", en: "About" },
  "nav.*.url": { fr: "/a-propos/", en: "/about/" },
  footer: ONE_LINK,
  "footer.*": ABOUT,
  "footer.*.label": { fr: "À propos", en: "About" },
  "footer.*.url": { fr: "/a-propos/", en: "/about/" },
  social: '[{ label: "Mastodon", url: "https://social.example.org/@programme" }]',
  "social.*": '{ label: "Mastodon", url: "https://social.example.org/@programme" }',
  "social.*.label": "Mastodon",
  "social.*.url": '"https://social.example.org/@programme"',
  email: "contact@example.org",
  repository: "https://github.com/programme/blog",
  branch: "main",
  forge: "gitlab",
  admin: { fr: "oui", en: "yes" },
  "admin.application": "4f1c8f2e",
  "admin.signIn": "https://auth.example.org",
  share: "[mail, copy, mastodon, bluesky, linkedin, x]",
  icon: { fr: "/img/icone.svg", en: "/img/icon.svg" },
  accessibility: { fr: "{ status: non conforme }", en: "{ status: non-compliant }" },
  "accessibility.status": { fr: "non conforme", en: "non-compliant" },
  "accessibility.sample.*.label": { fr: "Accueil", en: "Home" },
  "accessibility.sample.*.url": "/",
  audience: "{ matomo: https://stats.example.org/, siteId: 12, consent: ask }",
  "audience.matomo": "https://stats.example.org/",
  "audience.siteId": "12",
  "audience.consent": "ask",
  host: "netlify",
  archived: "2026-06-30",
  "archived.date": "2026-06-30",
  notice: {
    fr: "{ text: Une phrase pour tous les lecteurs., until: 2027-01-15 }",
    en: "{ text: A sentence for all readers., until: 2027-01-15 }",
  },
  "notice.text": { fr: "Une phrase pour tous les lecteurs.", en: "A sentence for all readers." },
  "notice.url": "/",
  "notice.until": "2027-01-15",
  translations: {
    fr: '{ en: { title: "The notebook", taxonomies: { promotion: { label: Cohort } } } }',
    en: '{ fr: { title: "Le carnet", taxonomies: { cohort: { label: Promotion } } } }',
  },
  taxonomies: { fr: "{ promotion: { label: Promotion } }", en: "{ cohort: { label: Cohort } }" },
  // Who writes such a key wants what it does.
  "taxonomies.*.ordered": { fr: "oui", en: "yes" },
  "taxonomies.*.closed": { fr: "oui", en: "yes" },
  "taxonomies.*": { fr: "{ label: Promotion }", en: "{ label: Cohort }" },
  fields: {
    fr: "{ defi: { type: string, label: Défi } }",
    en: "{ challenge: { type: string, label: Challenge } }",
  },
  "fields.*": "{ type: string }",
  "fields.*.type": "string",
  "fields.*.required": { fr: "oui", en: "yes" },
};

export function siteExample(path: KeyPath, lang: UiLang): string | undefined {
  const [first, name, last] = path;
  // A taxonomy without a label is called by its key.
  if (first === "taxonomies" && last === "label" && path.length === 3) return yamlOf(String(name));
  const key = path.map(String).join(".");
  const [, example] =
    Object.entries(EXAMPLES).find(([pattern]) => isLike(pattern.split("."), key.split("."))) ?? [];
  return example === undefined ? undefined : exampleIn(example, lang);
}

function isLike(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((part, i) => part === "*" || part === path[i]);
}
