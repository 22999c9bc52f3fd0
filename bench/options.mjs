// The command line of the bench → its options, or the help text.
export const SCENARIOS = ["markdown", "build", "search", "dev", "one-post", "pictures"];
export const PEERS = ["floor", "hugo", "eleventy", "jekyll", "astro"];

export const HELP = `npm run bench -- [options]

  --posts 100,1000       how many posts the sites have (100,1000)
  --runs 5               rounds; each scenario gives the median (5)
  --peers hugo,eleventy  generators to compare with: ${PEERS.join(", ")}, or none
                         (floor,hugo,eleventy)
  --only build,markdown  scenarios: ${SCENARIOS.join(", ")} (all)
  --json FILE            writes the report there too
  --svg FILE             draws there how the time of a cold build grows with the posts
  --add FILE             takes over, from an earlier report, what this run does not measure
  --help

markdown  Carnet's Markdown with all its rules against bare markdown-it, in one process
build     cold, nothing changed, one post edited: Carnet and peers in turn; then one new post, one tag renamed,
          one layout edited: Carnet alone. Without the index of the search page, which peers do not make
search    cold, nothing changed, one post edited, with that index, beside Hugo followed by Pagefind
dev       from a save to the page in the browser, with carnet dev
one-post  a site of one post against Eleventy's barest page
pictures  Carnet's own site, cold and again with its cache

Ten minutes by default, on two cores; an hour or more with 10,000 posts (docs/performance.md).
floor is a program that reads Carnet's sources and writes the bytes of its output, no more.
`;

const DEFAULTS = {
  posts: [100, 1000],
  runs: 5,
  peers: ["floor", "hugo", "eleventy"],
  only: SCENARIOS,
};
const FILES = ["json", "svg", "add"];

/** Options, or `{ error }`. */
export function readOptions(argv) {
  const options = { ...DEFAULTS };
  for (let i = 0; i < argv.length; i++) {
    const [name, attached] = argv[i].split("=", 2);
    if (name === "--help") return { help: true };
    const value = attached ?? argv[++i] ?? "";
    const items = value.split(",").filter((item) => item !== "");
    const file = FILES.find((one) => name === `--${one}`);
    if (file) options[file] = value;
    else if (name === "--posts") options.posts = items.map(Number);
    else if (name === "--runs") options.runs = Number(value);
    else if (name === "--peers") options.peers = items.filter((item) => item !== "none");
    else if (name === "--only") options.only = items;
    else return { error: `unknown option ${name}` };
  }
  const wrong = whatIsWrong(options);
  return wrong === undefined ? { options } : { error: wrong };
}

function whatIsWrong(options) {
  const nameless = FILES.find((one) => options[one] === "");
  return (
    refused("--posts", options.posts, (count) => Number.isInteger(count) && count > 0) ??
    refused("--runs", [options.runs], (runs) => Number.isInteger(runs) && runs > 0) ??
    refused("--peers", options.peers, (peer) => PEERS.includes(peer)) ??
    refused("--only", options.only, (scenario) => SCENARIOS.includes(scenario)) ??
    (nameless && `--${nameless} needs a file`)
  );
}

function refused(name, values, isFine) {
  const bad = values.find((value) => !isFine(value));
  if (bad !== undefined) return `${name} cannot be ${String(bad)}`;
  return values.length === 0 && name !== "--peers" ? `${name} needs a value` : undefined;
}
