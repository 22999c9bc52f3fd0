// A person's links and handles → where they can be followed, in the order in which they are written.
// A handle has an address only where its network is known: nothing is guessed of the others.
import type { Person } from "../content/types.ts";

export interface Profile {
  label: string;
  /** None for a handle on a network that is not known here. */
  url?: string;
}

const NETWORKS: Readonly<Record<string, (handle: string) => string | undefined>> = {
  mastodon(handle) {
    const [, user, host] = /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(handle) ?? [];
    return user === undefined || host === undefined ? undefined : `https://${host}/@${user}`;
  },
  bluesky: (handle) => `https://bsky.app/profile/${bare(handle)}`,
  twitter: (handle) => `https://x.com/${bare(handle)}`,
  x: (handle) => `https://x.com/${bare(handle)}`,
  github: (handle) => `https://github.com/${bare(handle)}`,
  gitlab: (handle) => `https://gitlab.com/${bare(handle)}`,
  linkedin: (handle) => `https://www.linkedin.com/in/${bare(handle)}`,
};

export function profilesOf({ links, handles }: Pick<Person, "links" | "handles">): Profile[] {
  return [
    ...links.map(({ label, url }) => ({ label, url })),
    ...Object.entries(handles).map(([network, handle]): Profile => {
      const name = network.charAt(0).toUpperCase() + network.slice(1);
      if (/^https?:\/\//i.test(handle)) return { label: name, url: handle };
      const url = /^[@\w.-]+$/.test(handle) ? NETWORKS[network.toLowerCase()]?.(handle) : undefined;
      return { label: `${name} ${handle}`, ...(url !== undefined && { url }) };
    }),
  ];
}

const bare = (handle: string): string => handle.replace(/^@/, "");
