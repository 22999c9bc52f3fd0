// What a provider of players returns for an address.

/** Aspect ratio, width to height: those that the theme supports. A `page` has none, nor has a `low` one: a sound, a line of figures. */
export type Shape = "16-9" | "4-3" | "1-1" | "9-16" | "page" | "low";

export interface Frame {
  /** The name readers know: "Dailymotion", or the host if the site allowed it. */
  provider: string;
  /** A `page` is anything else that an allowed host shows: it does not play, and has no aspect ratio of its own. */
  kind: "video" | "page";
  /** HTTPS address that may be framed. */
  embedUrl: string;
  /** The same, for a frame loaded after a click: the video starts, since the click requested it. */
  playUrl: string;
  /** Address of the page that a reader may open instead. */
  watchUrl: string;
  /** Hosts that the frame needs in `frame-src`, redirections included. */
  hosts: readonly string[];
  /** Features the frame may use besides `autoplay`, with their names in the `allow` attribute. */
  features: readonly string[];
  shape: Shape;
}

interface Asked {
  /** Hosts that the site allows besides the known providers, in lower case. */
  allow: readonly string[];
  /** Start time in seconds, if it is not in the address. */
  start?: number | undefined;
}

export interface Provider {
  name: string;
  /**
   * The frame for an address; `other` for an address of this provider that shows no video; undefined if the address is not its
   * own.
   */
  match(url: URL, asked: Asked): Frame | "other" | undefined;
}
