// What contenders took in one scenario → rows of the report: medians, and Carnet's over each peer's.
import { median, summary } from "./measure.mjs";

/** `results`: name → runs, Carnet's first. `about` is noted in each row. */
export function rowsOf(results, { pages = {}, ...about }) {
  const rows = [...results].map(([name, runs]) => ({
    ...about,
    name,
    ...summary(runs),
    pages: pages[name],
    written: Math.round(median(runs.map(({ written }) => written))),
  }));
  const [own] = rows;
  return rows.map((row) => (row === own ? row : { ...row, ratios: ratiosOf(own, row) }));
}

/** Carnet's figure over the peer's: less than 1 where Carnet takes less. */
function ratiosOf(own, peer) {
  return {
    wall: own.wall / peer.wall,
    cpu: own.cpu / peer.cpu,
    ...(own.megabytes && peer.megabytes && { megabytes: own.megabytes / peer.megabytes }),
  };
}
