// The project's performance targets, compared with a report. Figures that were not measured are left out.

const COLD = "cold";
const EDITED = "one post edited";

/**
 * `peer`: ratio of wall times to a peer's; `than`: to Carnet's own at another size; otherwise megabytes, or milliseconds of
 * dev.
 */
const ASKED = [
  { posts: 1000, change: COLD, peer: "hugo", must: 1.5, hope: 1 },
  { posts: 10_000, change: COLD, peer: "hugo", must: 0.85, hope: 0.55 },
  { posts: 10_000, change: COLD, peer: "eleventy", must: 0.3, hope: 0.2 },
  { posts: 10_000, change: EDITED, peer: "hugo", must: 0.1, hope: 0.05 },
  { posts: 10_000, change: "nothing changed", peer: "hugo", must: 0.06, hope: 0.03 },
  { posts: 10_000, change: EDITED, peer: "hugo + pagefind", search: true, must: 0.1, hope: 0.05 },
  { posts: 50_000, change: COLD, than: 10_000, must: 6, hope: 5 },
  { posts: 10_000, change: COLD, unit: "MB", must: 700, hope: 300 },
  { posts: 50_000, change: COLD, unit: "MB", must: 2500, hope: 1000 },
  { posts: 1000, unit: "ms", must: 250, hope: 80 },
  { posts: 10_000, unit: "ms", must: 500, hope: 150 },
  { scenario: "one post, cold", peer: "eleventy, bare", must: 1.3, hope: 1 },
];

/** `{ what, measured, must, hope }` for each target that a report can answer. */
export function verdicts({ rows, dev }) {
  return ASKED.flatMap((asked) => {
    const measured = figure(asked, { rows, dev });
    return measured === undefined
      ? []
      : { what: inWords(asked), measured, must: asked.must, hope: asked.hope };
  });
}

function figure({ posts, change, scenario, peer, than, search = false, unit }, { rows, dev }) {
  if (unit === "ms") {
    const found = dev.find((one) => one.posts === posts);
    return found && found.wall * 1000;
  }
  const row = (name, count) =>
    rows.find(
      (one) =>
        one.name === name &&
        (scenario === undefined
          ? one.count === count && one.change === change && one.search === search
          : one.scenario === scenario),
    );
  if (peer) return row(peer, posts)?.ratios.wall;
  const own = row("carnet", posts);
  if (unit === "MB") return own?.megabytes;
  const other = row("carnet", than);
  return own && other && own.wall / other.wall;
}

function inWords({ posts, change, scenario, peer, than, search, unit }) {
  const what = scenario ?? [`${posts} posts`, ...(search ? ["search"] : []), change ?? "dev"].join(", ");
  if (unit === "ms") return `${what}, ms from save to page reloaded`;
  return unit === "MB" ? `${what}, MB` : `${what} / ${peer ?? `${than} posts`}`;
}
