// What a provider of players returns for an address, and the parts of addresses that all of them read and write.
// Any other part of an author's address that a provider does not request is dropped, trackers included.

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

export interface Provider {
  name: string;
  /**
   * The frame for an address; `other` for an address of this provider that shows no video; undefined if the address is not its own.
   * `allow` lists the hosts that the site allows, in lower case; `start`, in seconds, replaces the start time of the address.
   */
  match(
    url: URL,
    asked: { allow: readonly string[]; start?: number | undefined },
  ): Frame | "other" | undefined;
}

export type Params = Record<string, string | number | undefined>;

/** The frame of a video: its player's address with `params`, and after a click with `autoplay` too. */
export function videoFrame(
  given: Pick<Frame, "provider" | "watchUrl" | "hosts">,
  player: string,
  params: Params,
  fragment = "",
): Frame {
  return {
    ...given,
    kind: "video",
    embedUrl: withQuery(player, params) + fragment,
    playUrl: withQuery(player, { ...params, autoplay: 1 }) + fragment,
    features: ["fullscreen", "picture-in-picture"],
    shape: "16-9",
  };
}

/** An address with the parameters that are defined. */
export function withQuery(address: string, params: Params): string {
  const given = Object.entries(params).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given).toString()}`;
}

/** Seconds in `90`, `90s`, `1m30s` or `1h2m3s`; undefined for anything else, including nothing and zero. */
export function seconds(written: string | null | undefined): number | undefined {
  const found = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(written?.trim() ?? "");
  if (found === null) return undefined;
  const [, hours = 0, minutes = 0, rest = 0] = found;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return total > 0 ? total : undefined;
}
