// What an editor or a site owner changes between two builds. Each round changes something else, so that no build finds its own
// result.
// Peers undergo only the changes that matter without a cache: the others cost them a whole build anyway.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makePost } from "./corpus.mjs";

export const CHANGES = [
  { name: "cold", by: "all", make: ({ makeCold }) => makeCold() },
  { name: "nothing changed", by: "generators", make: () => undefined },
  { name: "one post edited", by: "generators", make: editPost },
  { name: "one new post", by: "carnet", make: addPost },
  { name: "one tag renamed", by: "carnet", make: renameTag },
  { name: "one layout edited", by: "carnet", make: editLayout },
];

/** Changes for a site with a search index, to measure the index: a large site has several, the last of recent posts. */
export const SEARCH_CHANGES = [
  ...CHANGES.slice(0, 3),
  { name: "one recent post edited", by: "carnet", make: editRecentPost },
];

/** Whether a site undergoes a change. */
export function concerns({ by }, { name }) {
  if (name === "floor") return by === "all";
  return name === "carnet" || by !== "carnet";
}

/** Edits one of the oldest posts. */
export function editPost({ posts }, round) {
  edit(posts.at(((round + 1) * 37) % posts.length), round);
}

function editRecentPost({ posts }, round) {
  edit(posts.at(-1 - (((round + 1) * 7) % posts.length)), round);
}

function edit(post, round) {
  appendFileSync(post, `\nUne phrase de plus, la ${round + 2}e.\n`);
}

function addPost({ posts, count }, round) {
  // The last of as many posts: the latest day, which is in the past.
  const number = count + round + 1;
  const { name, text } = makePost(number, number);
  writeFileSync(join(dirname(posts[0]), name), text);
}

/** Changes the label of the first tag of the first post, which keeps its address. */
function renameTag({ cwd, posts }, round) {
  const [, tag] = /^tags:\n {2}- (.+)$/m.exec(readFileSync(posts[0], "utf8"));
  const slug = tag.normalize("NFD").replaceAll(/\p{M}/gu, "");
  const lines = [`${slug}:`, `  label: ${tag}, ${round + 2}e nom`, `  aliases: [${tag}]`, ""];
  writeFileSync(join(cwd, "content/tags.yaml"), lines.join("\n"));
}

/** Extends the built-in layout of posts with a line at the end. */
function editLayout({ cwd }, round) {
  const text = [
    '{% extends "carnet/post.njk" %}',
    `{% block article_footer %}{{ super() }}<p>Une question ? Écrivez-nous (${round + 2}).</p>{% endblock %}`,
    "",
  ];
  mkdirSync(join(cwd, "layouts"), { recursive: true });
  writeFileSync(join(cwd, "layouts/post.njk"), text.join("\n"));
}
