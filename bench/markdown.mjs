// Carnet's Markdown with all its rules, compared with bare markdown-it, on the texts of the bench, in one process.
// They alternate in small batches, so that whatever slows the machine slows both; each run gives one ratio.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import MarkdownIt from "markdown-it";
import { median } from "./measure.mjs";
import { ROOT } from "./peers.mjs";

/** The project's target. */
export const MOST = 1.5;
const BATCH = 20;
/** Rounds that do not count, while the JIT compiler warms up. */
const WARM_UP = 2;

/** Medians over `runs`: milliseconds for all texts of the site in `root`, and the ratio of Carnet to markdown-it. */
export async function markdownScenario(root, runs) {
  const sources = await loadSource();
  const { content } = await sources.loadContent({ root, now: new Date(), builtinLayouts: ["post"] });
  if (!content) throw new Error(`${root} cannot be read`);
  const texts = content.posts.map((post) => ({ ...post, body: post.text.body.toString() }));
  const own = await carnetRenderer(sources, content, texts);
  const bare = new MarkdownIt({ html: true });
  const renderers = [(text) => own.render(text), (text) => bare.render(text.body)];
  const measured = [];
  for (let run = -WARM_UP; run < runs; run++) {
    const times = turns(renderers, texts);
    if (run >= 0) measured.push(times);
  }
  return {
    texts: texts.length,
    carnet: median(measured.map(([carnet]) => carnet)),
    markdownIt: median(measured.map(([, markdownIt]) => markdownIt)),
    ratio: median(measured.map(([carnet, markdownIt]) => carnet / markdownIt)),
    asked: MOST,
  };
}

async function carnetRenderer({ createMarkdown, createPictureIndex, prepareHighlighter }, content, texts) {
  const pictures = createPictureIndex(content.files);
  const urls = new Set(texts.map(({ url }) => url));
  return createMarkdown(
    {
      site: content.site,
      picture: (src, { file }) => pictures.picture(src, file),
      file: (href, { file }) => pictures.file(href, file),
      has: (path) => urls.has(path),
    },
    await prepareHighlighter(["js"]),
  );
}

/** Processor time in milliseconds of each renderer for all texts; the order alternates from batch to batch. */
function turns(renderers, texts) {
  const spent = renderers.map(() => 0);
  for (let start = 0, turn = 0; start < texts.length; start += BATCH, turn++) {
    const batch = texts.slice(start, start + BATCH);
    for (let i = 0; i < renderers.length; i++) {
      const which = (i + turn) % renderers.length;
      const began = process.cpuUsage();
      for (const text of batch) renderers[which](text);
      const { user, system } = process.cpuUsage(began);
      spent[which] += (user + system) / 1000;
    }
  }
  return spent;
}

/** Bundles the sources, since the compiled package does not export these modules. */
async function loadSource() {
  const file = join(ROOT, ".cache", `bench-${process.pid}.mjs`);
  const modules = ["content/load", "images/facts", "markdown/code/highlighter", "markdown/render"];
  await build({
    stdin: {
      contents: modules.map((name) => `export * from "./${name}.ts";`).join("\n"),
      resolveDir: join(ROOT, "src"),
    },
    outfile: file,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file);
  }
}
