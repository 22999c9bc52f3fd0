// Input of the link checker: everything that a site answers, and everything that its texts link to.
import type { Redirect, SettingLink } from "../content/types.ts";
import type { Reference } from "../markdown/types.ts";
import type { Place } from "../problems.ts";
import type { Home } from "../site/site.ts";
import type { FindMoved } from "./moved.ts";

export type Withheld = "draft" | "future" | "expired";

export interface LinkedEntry {
  file: string;
  /** Site path of its page. */
  url: string;
  references: readonly Reference[];
  /** Ids in the text, for links within it. */
  ids: ReadonlySet<string>;
  /** Of a text that an error keeps out: its address may become another one, and another text may have it. */
  keptOut?: "refused" | "draft" | undefined;
}

/** An address in a stylesheet of the site's own. */
export interface StyleAddress {
  href: string;
  place: Place;
  /** Address of the theme's font that was meant. */
  meant?: string;
  /** True for an `@import` that browsers ignore: it is valid only at the beginning of a stylesheet. */
  isLost?: boolean;
}

export interface LinkCheckInput {
  /** Every site path that answers, without base path → the ids of that page; undefined if they are unknown. */
  answers: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Additional ids that layouts may give to any page. */
  around?: ReadonlySet<string> | undefined;
  redirects: readonly Redirect[];
  /** Links in settings files. */
  settingLinks: readonly SettingLink[];
  /** True if a site path that answers is that of a picture left out of the site, since it cannot be read. */
  isUnreadable?: ((path: string) => boolean) | undefined;
  /** Addresses in the site's own stylesheets. */
  styles?: readonly StyleAddress[] | undefined;
  /** Site paths that would answer if their text were published. */
  withheld: ReadonlyMap<string, Withheld>;
  /** Feeds, and the page that lists them, that will exist once the site has a `url`. */
  feedsToCome?: ReadonlySet<string>;
  /** Last parts, folded, of the addresses of texts that an error keeps out: once corrected, they answer. */
  refused?: ReadonlySet<string>;
  /** The same for drafts that an error keeps out: their addresses would answer once they are published. */
  unreadDrafts?: ReadonlySet<string>;
  /** Finds the current address of a page that has moved. */
  moved?: FindMoved;
  /** Hosts that may be framed besides the known providers, in lower case. */
  framed?: readonly string[];
  /** Path prefixes of this host that another site serves. */
  alsoServed: readonly string[];
  /** Hosts of the site, and its path on each; empty if it has no `url`. */
  homes: readonly Home[];
  /** Path under which this run's pages are served: an author may have written it in a site path. */
  basePath: string;
  /** Published and withheld texts. */
  entries: readonly LinkedEntry[];
}
