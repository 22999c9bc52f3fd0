// Whole builds, timed as an editor or a publication waits for them: Carnet and its peers in turn, on the same posts.
import { CHANGES, concerns, SEARCH_CHANGES } from "./changes.mjs";
import { inTurn, measure } from "./measure.mjs";
import { absence, peerSite } from "./peers.mjs";
import { rowsOf } from "./rows.mjs";
import { barePage, carnetSite, floorUnder, onePost, ownSite, removeSite, writePicture } from "./sites.mjs";
import { lookAt, pagesIn, writtenBetween } from "./written.mjs";

/** Builds of a site of `count` posts after each change, compared with those of `peers`. */
export async function buildScenario({ count, peers, runs, scratch }) {
  const carnet = carnetSite(count, scratch);
  const { sites, notRun } = peerSites(peers, count, scratch);
  if (peers.includes("floor")) sites.push(floorUnder(carnet, scratch));
  const rows = await throughChanges([carnet, ...sites], CHANGES, { count, runs });
  return { rows, notRun };
}

/** The same with the search index, compared with Hugo followed by Pagefind. */
export async function searchScenario({ count, peers, runs, scratch }) {
  const wanted = peers.includes("hugo") ? ["hugo + pagefind"] : [];
  const carnet = carnetSite(count, scratch, { search: true });
  const { sites, notRun } = peerSites(wanted, count, scratch);
  const rows = await throughChanges([carnet, ...sites], SEARCH_CHANGES, { count, runs, search: true });
  return { rows, notRun };
}

/** A site of one post, compared with the smallest Eleventy site. */
export async function onePostScenario({ runs, scratch }) {
  const sites = [onePost(scratch), barePage(scratch)];
  const [cold] = CHANGES;
  const results = await inTurn(
    sites.map((site) => contender(site, cold)),
    runs,
  );
  sites.forEach(removeSite);
  return { rows: rowsOf(results, { scenario: "one post, cold", change: cold.name }), notRun: [] };
}

/** The default site, with its guide and pictures, without its cache and with it. */
export async function picturesScenario({ runs, scratch }) {
  const own = ownSite(scratch);
  const rows = [];
  for (const change of CHANGES.slice(0, 2)) {
    const results = await inTurn([contender(own, change)], runs);
    rows.push(...rowsOf(results, { scenario: `own site, ${change.name}`, change: change.name }));
  }
  return { rows, notRun: [] };
}

/** The sites of the peers that are available, and why the others are not. */
function peerSites(names, count, scratch) {
  const sites = [];
  const notRun = [];
  for (const name of names.filter((name) => name !== "floor")) {
    const absent = absence(name);
    const site = absent ? undefined : peerSite(name, count, scratch, writePicture);
    if (site) sites.push(site);
    else notRun.push(`${name} (absent: ${absent ?? "its packages could not be installed"})`);
  }
  return { sites, notRun };
}

async function throughChanges(sites, changes, { count, runs, search = false }) {
  const rows = [];
  for (const change of changes) {
    const concerned = sites.filter((site) => concerns(change, site));
    const results = await inTurn(
      concerned.map((site) => contender(site, change)),
      runs,
    );
    const pages = Object.fromEntries(concerned.map(({ name, output }) => [name, pagesIn(output)]));
    const scenario = `${count} posts, ${search ? "search, " : ""}${change.name}`;
    rows.push(...rowsOf(results, { scenario, change: change.name, count, search, pages }));
  }
  sites.forEach(removeSite);
  return rows;
}

/** A site that undergoes a change in each round, and is then built. */
function contender(site, change) {
  return {
    name: site.name,
    async run(round) {
      change.make(site, round);
      const before = lookAt(site.output);
      const taken = await measure(site.command, site);
      return { ...taken, written: writtenBetween(before, lookAt(site.output)) };
    },
  };
}
