// What the link checker is given: all that a site answers, and all that its texts point to.
import type { Redirect, SettingLink } from "../content/types.ts";
import type { Reference } from "../markdown/types.ts";
import type { Place } from "../problems.ts";
import type { Home } from "../site.ts";
import type { FindMoved } from "./moved.ts";

export type Withheld = "draft" | "future" | "expired";

export interface LinkedEntry {
  file: string;
  /** Site path of its page. */
  url: string;
  references: readonly Reference[];
  /** Ids in the text, for links within it. */
  ids: ReadonlySet<string>;
}

/** An address that a stylesheet of the site's own names. */
export interface StyleAddress {
  href: string;
  place: Place;
  /** Address of the theme's font that its writer meant. */
  meant?: string;
  /** True for another stylesheet that browsers will not ask for: one is only where a stylesheet begins. */
  isLost?: boolean;
}

export interface LinkCheckInput {
  /** Every site path that answers, without base path → the ids of that page; undefined where they are not known. */
  answers: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Ids that layouts may give to any page, beside those. */
  around?: ReadonlySet<string> | undefined;
  redirects: readonly Redirect[];
  /** Links of the files of settings. */
  settingLinks: readonly SettingLink[];
  /** Whether a site path that answers is that of a picture which stays out of the site, since it cannot be read. */
  isUnreadable?: ((path: string) => boolean) | undefined;
  /** Addresses in the site's own stylesheets. */
  styles?: readonly StyleAddress[] | undefined;
  /** Site paths that would answer if their text were published. */
  withheld: ReadonlyMap<string, Withheld>;
  /** Feeds, and the page that lists them, that are there once the site has a `url`. */
  feedsToCome?: ReadonlySet<string>;
  /** Last parts, folded, of the addresses of texts that an error keeps out: mended, they answer. */
  refused?: ReadonlySet<string>;
  /** Those of drafts of which no more is known: their addresses would answer once they are published. */
  unreadDrafts?: ReadonlySet<string>;
  /** Where the page of an address is that the site has left. */
  moved?: FindMoved;
  /** Hosts that may be framed besides the known providers, in lower case. */
  framed?: readonly string[];
  /** Path prefixes of this host that another site serves. */
  alsoServed: readonly string[];
  /** Hosts of the site, and its path on each; empty where it has no `url`. */
  homes: readonly Home[];
  /** Path under which this run's pages stand: an author may have written it in a site path. */
  basePath: string;
  /** Published and withheld texts. */
  entries: readonly LinkedEntry[];
}
