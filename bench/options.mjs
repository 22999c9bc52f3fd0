// The command line of the bench → its options, or the help.
export const SCENARIOS = ["markdown", "build", "one-post", "pictures"];
export const PEERS = ["hugo", "eleventy", "jekyll", "astro"];

export const HELP = `npm run bench -- [options]

  --posts 1000,10000     how many posts the sites have (1000)
  --runs 5               rounds; each scenario gives the median (5)
  --peers hugo,eleventy  generators to compare with: ${PEERS.join(", ")}, or none (hugo,eleventy)
  --only build,markdown  scenarios: ${SCENARIOS.join(", ")} (all)
  --json FILE            writes the report there too
  --help

markdown  Carnet's Markdown with all its rules against bare markdown-it, in one process
build     a cold build, then one after a sentence is added to a post, Carnet and peers in turn
one-post  a site of one post against Eleventy's barest page
pictures  Carnet's own site, cold and again with its cache
`;

/** Options, or `{ error }`. */
export function readOptions(argv) {
  const options = { posts: [1000], runs: 5, peers: ["hugo", "eleventy"], only: SCENARIOS, json: undefined };
  for (let i = 0; i < argv.length; i++) {
    const [name, attached] = argv[i].split("=", 2);
    if (name === "--help") return { help: true };
    const value = attached ?? argv[++i] ?? "";
    const items = value.split(",").filter((item) => item !== "");
    if (name === "--posts") options.posts = items.map(Number);
    else if (name === "--runs") options.runs = Number(value);
    else if (name === "--peers") options.peers = items.filter((item) => item !== "none");
    else if (name === "--only") options.only = items;
    else if (name === "--json") options.json = value;
    else return { error: `unknown option ${name}` };
  }
  const wrong =
    refused("--posts", options.posts, (count) => Number.isInteger(count) && count > 0) ??
    refused("--runs", [options.runs], (runs) => Number.isInteger(runs) && runs > 0) ??
    refused("--peers", options.peers, (peer) => PEERS.includes(peer)) ??
    refused("--only", options.only, (scenario) => SCENARIOS.includes(scenario));
  if (wrong !== undefined) return { error: wrong };
  return options.json === "" ? { error: "--json needs a file" } : { options };
}

function refused(name, values, isFine) {
  const bad = values.find((value) => !isFine(value));
  if (bad !== undefined) return `${name} cannot be ${String(bad)}`;
  return values.length === 0 && name !== "--peers" ? `${name} needs a value` : undefined;
}
