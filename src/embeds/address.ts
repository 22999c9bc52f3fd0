// Parts of a player's address: its query, and the start time of a video.
// Any other part of an author's address that a provider does not request here is dropped, trackers included.

/** An address with the parameters that are defined. */
export function withQuery(address: string, params: Record<string, string | number | undefined>): string {
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
