// The runs of the contenders in one scenario → rows of the report: medians, and ratios of Carnet to each peer.
import { median, summary } from "./measure.mjs";

/** `results`: name → runs, Carnet's first. `about` is copied into each row. */
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

/** Carnet's figure divided by the peer's: less than 1 if Carnet takes less. */
function ratiosOf(own, peer) {
  return {
    wall: own.wall / peer.wall,
    cpu: own.cpu / peer.cpu,
    ...(own.megabytes && peer.megabytes && { megabytes: own.megabytes / peer.megabytes }),
  };
}
