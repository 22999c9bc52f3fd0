// A person's links and handles → where they can be followed, in the order in which they are written.
// A handle has an address only if its network is known: nothing is guessed about others.
import { capitalised } from "../capitalised.ts";
import { ACCOUNT, ACCOUNT_NAME, networkOf, type Network } from "../content/signatures/handles.ts";
import type { Person } from "../content/types.ts";
import { isWeb } from "../schemes.ts";

export interface Profile {
  label: string;
  /** Absent for a handle on an unknown network. */
  url?: string;
}

const ADDRESSES: Readonly<Record<Network, (handle: string) => string | undefined>> = {
  mastodon(handle) {
    const [, user, host] = ACCOUNT.exec(handle) ?? [];
    return user === undefined || host === undefined ? undefined : `https://${host}/@${user}`;
  },
  bluesky: (handle) => `https://bsky.app/profile/${bare(handle)}`,
  twitter: (handle) => `https://x.com/${bare(handle)}`,
  x: (handle) => `https://x.com/${bare(handle)}`,
  github: (handle) => `https://github.com/${bare(handle)}`,
  gitlab: (handle) => `https://gitlab.com/${bare(handle)}`,
  linkedin: (handle) => `https://www.linkedin.com/in/${bare(handle)}`,
};

/** Networks whose name has a capital inside. */
const NAMES: Readonly<Record<string, string>> = {
  github: "GitHub",
  gitlab: "GitLab",
  linkedin: "LinkedIn",
  peertube: "PeerTube",
};

type Followed = Pick<Person, "links" | "handles">;

export function profilesOf(person: Followed): Profile[] {
  return written(person, (network, handle) => `${network} ${handle}`);
}

/** The same for a list of people, where room is scarce: a handle that has an address is only named by its network. */
export function briefProfilesOf(person: Followed): Profile[] {
  return written(person, (network, handle, url) => (url === undefined ? `${network} ${handle}` : network));
}

function written(
  { links, handles }: Followed,
  labelOf: (network: string, handle: string, url: string | undefined) => string,
): Profile[] {
  return [
    ...links.map(({ label, url }) => ({ label, url })),
    ...Object.entries(handles).map(([network, handle]): Profile => {
      const name = NAMES[network.toLowerCase()] ?? capitalised(network);
      if (isWeb(handle)) return { label: name, url: handle };
      const known = networkOf(network);
      const url = known && ACCOUNT_NAME.test(handle) ? ADDRESSES[known](handle) : undefined;
      return { label: labelOf(name, handle, url), ...(url !== undefined && { url }) };
    }),
  ];
}

/**
 * A person's account in the form that `fediverse:creator` requires, `@ada@social.example`: Mastodon looks up no other. The
 * address of a profile is read too. https://docs.joinmastodon.org/user/profile/#author-attribution
 */
export function fediverseAccount({ handles }: Pick<Person, "handles">): string | undefined {
  const written = Object.entries(handles).find(([network]) => networkOf(network) === "mastodon")?.[1] ?? "";
  const account = written.replace(/^https?:\/\/([^/]+)\/@([^/@]+)\/?$/i, "$2@$1");
  return ACCOUNT.test(account) ? `@${account.replace(/^@/, "")}` : undefined;
}

const bare = (handle: string): string => handle.replace(/^@/, "");
