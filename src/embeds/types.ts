// What a provider of players says of an address.

/** Width to height; the shapes that the theme draws. */
export type Shape = "16-9" | "4-3" | "1-1" | "9-16" | "page";

export interface Frame {
  /** As readers know it: "Dailymotion", or the host of a site's own choice. */
  provider: string;
  /** A `page` is whatever an allowed host shows: it does not play, and has no shape of its own. */
  kind: "video" | "page";
  /** Address that may be framed, with https. */
  embedUrl: string;
  /** The same, to frame after a click: the video starts, since the click asked for it. */
  playUrl: string;
  /** Address of the page a person may open instead. */
  watchUrl: string;
  /** Hosts that the frame needs in `frame-src`, redirections included. */
  hosts: readonly string[];
  /** What the frame may use besides `autoplay`, as the attribute `allow` names it. */
  features: readonly string[];
  shape: Shape;
}

export interface Asked {
  /** Hosts that the site allows besides the known providers, in lower case. */
  allow: readonly string[];
  /** Second to start at, where it is not the address that says it. */
  start?: number | undefined;
}

export interface Provider {
  name: string;
  /** The frame for an address; `other` for an address of this provider that shows no video, undefined for another's. */
  match(url: URL, asked: Asked): Frame | "other" | undefined;
}
