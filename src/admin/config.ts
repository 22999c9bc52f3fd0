// A site → the configuration of its form, as Sveltia CMS reads it (https://sveltiacms.app/en/docs/config-basics).
import { namesOf } from "../content/known-terms.ts";
import { meaning } from "../content/tag-values.ts";
import type { Content } from "../content/types.ts";
import { withBase } from "../site/site.ts";
import { termOf, type KnownTerm } from "../site/term-schema.ts";
import { adminWords } from "../strings/admin.ts";
import { addressKeys } from "./addresses.ts";
import { atForge, backendOf } from "./backend.ts";
import { collectionsOf } from "./collections.ts";
import type { Choice, ClosedTerms } from "./fields.ts";
import { OURS, type Ours } from "./form/names.ts";

/** Where the pictures of single-file texts go, below the site root, and the path by which such a text refers to them. */
const PICTURES = { folder: "public/images", path: "/images" };

/** The content of the whole configuration file. */
export function adminConfig(content: Content): string {
  const { site } = content;
  const words = adminWords(site.lang);
  const closed = closedTerms(content);
  const home = site.origin + withBase(site, "/");
  const config = {
    backend: { ...backendOf(site), commit_messages: words.commits },
    app_title: words.title(site.title),
    ...(site.origin !== "" && { site_url: home, display_url: home }),
    // `preview_path` of the collections is a name, not an address.
    show_preview_links: false,
    media_folder: atForge(site, PICTURES.folder),
    public_folder: PICTURES.path,
    // Only the site's own pictures. Stock photo services would be queried at every search, and require attribution.
    media_libraries: { stock_assets: false },
    // File names use the same characters as addresses.
    slug: { encoding: "ascii", clean_accents: true, timezone: "local" },
    output: { omit_empty_optional_fields: true },
    [OURS]: { addressKeys: addressKeys(content), labels: labelsOf(closed) } satisfies Ours,
    collections: collectionsOf(content, { site, words, closed }),
  };
  return `${JSON.stringify(config, null, 1)}\n`;
}

function closedTerms({ site, closedTags }: Content): ClosedTerms {
  const closed = new Map(
    Object.entries(site.taxonomies)
      .filter(([, taxonomy]) => taxonomy.closed)
      .map(([name, { terms }]) => [
        name,
        Object.entries(terms).map(([slug, term]) => choice(slug, termOf(term))),
      ]),
  );
  if (closedTags !== undefined)
    closed.set(
      "tags",
      [...closedTags].map(([slug, term]) => choice(slug, term)),
    );
  return closed;
}

function choice(slug: string, term: KnownTerm): Choice {
  return { label: term.label ?? slug, meanings: namesOf(slug, term).map(meaning) };
}

/** For each closed list: each way of writing a term, normalised → the label offered for it. */
function labelsOf(closed: ClosedTerms): Ours["labels"] {
  return Object.fromEntries(
    [...closed].map(([name, choices]) => [
      name,
      // If two terms share a name, the first keeps it, as in the rest of Carnet.
      Object.fromEntries(
        choices.toReversed().flatMap(({ label, meanings }) => meanings.map((one) => [one, label])),
      ),
    ]),
  );
}
