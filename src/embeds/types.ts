// What a provider of players says of an address.

export interface Frame {
  /** As readers know it: "Dailymotion", or the host of a site's own choice. */
  provider: string;
  /** Address that may be framed, with https. */
  embedUrl: string;
  /** Address of the page a person may open instead. */
  watchUrl: string;
  /** Hosts that the frame needs in `frame-src`, redirections included. */
  hosts: readonly string[];
}

export interface Provider {
  name: string;
  /** The frame for an address, or undefined where it is not one of this provider's players. */
  match(url: URL, allow: readonly string[]): Frame | undefined;
}
