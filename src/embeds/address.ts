// Parts of a player's address: its query, and the time a video starts at.
// Whatever an author's address holds besides what a provider asks for here is left out, trackers included.

/** An address with the parameters that have a value. */
export function withQuery(address: string, params: Record<string, string | number | undefined>): string {
  const given = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given).toString()}`;
}

/** Seconds in `90`, `90s`, `1m30s` or `1h2m3s`; undefined for anything else, nothing and zero included. */
export function seconds(written: string | null | undefined): number | undefined {
  const found = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(written?.trim() ?? "");
  if (found === null) return undefined;
  const [, hours = 0, minutes = 0, rest = 0] = found;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return total > 0 ? total : undefined;
}
