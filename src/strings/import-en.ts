// The import's messages in English: each kind of change, each kind of task left to do, and the wording of the report.
import { countedEn } from "./counted.ts";
import { GENERATOR_NAMES } from "./generators.ts";
import type { ImportWords } from "./import.ts";
import { problemWords } from "./problem-words.ts";

export const importEn: ImportWords = {
  usage:
    "two folders are needed: carnet import jekyll|hugo|eleventy OLD NEW. For example: carnet import jekyll ../my-jekyll my-blog",
  unknownKind: (kind, suggestion) =>
    `“${kind}” is not a known generator. Possible: jekyll, hugo, eleventy.${suggestion === undefined ? "" : ` This folder looks like a blog made with ${GENERATOR_NAMES[suggestion]}: carnet import ${suggestion} …`}`,
  noSource: (path) => `the folder “${path}” does not exist.`,
  notThatKind: (kind, path, others) =>
    `“${path}” does not look like a blog made with ${GENERATOR_NAMES[kind]}.${others.length === 0 ? " It has none of the files of Jekyll (_config.yml, _posts), Hugo (hugo.toml, content) or Eleventy (eleventy.config.js)." : ` It looks like one made with ${others.map((one) => GENERATOR_NAMES[one]).join(" or ")}: carnet import ${others[0] ?? ""} …`}`,
  inside: (dest) =>
    `“${dest}” is inside the imported folder, or contains it: an import never writes into its source. Choose another folder.`,
  notFolder: (dest) => `“${dest}” is not a folder.`,
  foreign: (files) =>
    `nothing was written: the destination contains ${countedEn(files.length, "file that does not come", "files that do not come")} from an import.\n${listed(files)}\nChoose an empty folder.`,
  edited: (files) =>
    `nothing was written: ${countedEn(files.length, "file has changed", "files have changed")} since the last import, in both the new site and the old one.\n${listed(files)}\nTo take the old site’s version, put the file back as the import wrote it (git), then start again. To keep yours, set it aside first, do the same, then put it back in its place.`,
  steps: { texts: "Texts", files: "Files", check: "Check" },
  title: "Import report",
  imported: (posts, drafts, pages) =>
    `${countedEn(posts, "published post", "published posts")}, ${countedEn(drafts, "draft", "drafts")}, ${countedEn(pages, "page", "pages")}.`,
  written: (added, updated, removed, same) =>
    `Files: ${String(added)} added, ${String(updated)} updated, ${String(removed)} removed, ${String(same)} unchanged.`,
  addresses: (same, all) => `Addresses kept: ${String(same)} of ${String(all)}.`,
  words: (before, lost, added) =>
    `Words compared, before and after: ${String(before)}; ${String(lost)} lost, ${String(added)} added.`,
  pictures: (before, lost, added) =>
    `Pictures compared: ${String(before)}; ${String(lost)} lost, ${String(added)} added.`,
  links: (before, lost) => `Links and videos compared: ${String(before)}; ${String(lost)} lost.`,
  repairs: "What was changed",
  needsPerson: "What is left for you to do",
  nothingToDo: "Nothing.",
  others: (n) => `– and in ${countedEn(n, "other place", "other places")}`,
  unanswered: "Old addresses that the new site does not answer",
  redirected: "Redirected addresses",
  missingPictures: "Missing pictures",
  elsewhere: "Paths that another site may serve under the same domain name",
  elsewhereHint: "If so, add to content/site.yaml:",
  feeds: (path, ids) =>
    `Feed: ${path}; ${ids === "jekyll" ? "entries keep the ids of jekyll-feed" : "the id of an entry is its address"}.`,
  problems: "What a build will report",
  problem: (code, severity, count) => `${code}: ${problemWords.en.count(severity, count)}`,
  said: (name, what) => `${name}: ${what}`,
  refusing: "A build will be refused until this is corrected",
  entries: "Post by post",
  from: (kind) => `A blog made with ${kind}, imported by carnet import.`,
  figures: {
    texts: "texts imported",
    addresses: "addresses kept",
    compared: "words, pictures or links lost or added",
    left: "points left to you",
  },
  text: "Text",
  address: "Address",
  changed: "Changes",
  changes: (n) => (n === 0 ? "No change" : countedEn(n, "change", "changes")),
  draft: "draft",
  noAddress: "not published",
  kept: "kept",
  line: (n) => `line ${String(n)}`,
  next: (dest) => `To see the site: npx carnet dev --site ${dest}. Full report: ${dest}/import-report.html`,
  settingsFrom: (kind) => `Settings that carnet import took from a blog made with ${kind}.`,
  alsoServed:
    "If another site answers under these paths of the same domain name, remove the “#” of the next line.",
  categories: "Categories",
  kinds: {
    address: "address written out, so that it stays",
    alias: "old addresses rewritten",
    anchor: "link to a heading, with its new id",
    author: "author reduced to a name and a role",
    baseurl: "base path removed from addresses (Carnet adds it)",
    categories: "categories written as a list",
    code: "variable, condition or loop replaced with what it showed",
    "code-block": "code block",
    comment: "comment kept, invisible",
    date: "date rewritten in Carnet’s form",
    draft: "draft",
    "duplicate-key": "key written twice: the last one is kept",
    embed: "video",
    emoji: "emoji code (:tada:) replaced with the emoji",
    entity: "coded characters (&amp;, &#8217;…) written as they are",
    "feed-id": "id that the old feed gave the post, kept",
    figure: "picture with its caption",
    format: "front matter converted to YAML",
    html: "HTML converted to Markdown, where nothing is lost",
    image: "picture",
    include: "included text inserted",
    inherited: "value inherited from a folder or a setting",
    key: "front matter key renamed to Carnet’s",
    language: "language",
    layout: "layout of the old site removed",
    link: "link",
    notice: "callout or collapsible block",
    "page-terms": "tags, categories or other terms of a page left out (only posts have them)",
    paragraph: "paragraph set apart from the one above its attributes ({: .class})",
    raw: "template code kept as text",
    slug: "end of the address written, so that it stays",
    tags: "tags written as a list",
    title: "title",
    toc: "Kramdown’s table of contents removed (Carnet makes its own)",
    translation: "link between translations",
    "two-digit-year": "two-digit year read from the file’s name",
    value: "value of the settings or front matter inserted in the text",
    "years-in-address": "address pattern (:year, :title…) filled in",
  },
  manual: {
    "address-changed": "Carnet cannot publish at this address: it redirects to the new one",
    "address-shared": "two texts had this address: this one became a draft, give it an address",
    "ambiguous-date": "date that can be read in two ways: check it",
    broken: "front matter that cannot be read: this text was not imported, correct it and start again",
    "clock-date": "unknown date (the file’s own?): check it",
    "code-data": "settings written in JavaScript: only plain texts were read",
    "computed-address": "address computed by a program: give it with permalink",
    "dated-section":
      "all texts of this folder have a date, but they became pages: if they are posts, write this in the configuration of Hugo, in a copy of the old blog, and start again",
    "early-post":
      "the old blog showed this text before its date: Carnet publishes it on that day; to show it now, give it an earlier date",
    "feed-template": "feed made by a template: check that the ids of its entries are their addresses",
    "file-name":
      "name with an invisible character or a backslash, or that is not UTF-8: this file or folder was not imported, rename it and start again",
    "left-file":
      "file of the old site, which was not imported: if it is still needed, copy it to public/ (a robots.txt there replaces Carnet’s)",
    "links-lost": "link or video that the text no longer has: put it back",
    "list-page":
      "Carnet makes no list of the pages of this folder: if readers need one, write it in a page at this address in content/pages/",
    "list-text":
      "the text of this list was not imported, since Carnet’s shows none: if readers need it, put it in a page of content/pages/",
    menu: "menu entries that lead to no page of the new site, or a menu that Carnet does not have: if needed, write them under nav or footer in content/site.yaml",
    "mixed-field": "value that Carnet cannot read for this key",
    "other-markup":
      "text in a markup other than Markdown: this text was not imported, write it in Markdown and start again",
    outside: "file outside the imported folder: it was not read",
    "page-resource":
      "text inside the folder of an index.md, of which Hugo made no page: it was not imported; put what readers saw of it into that text",
    "pictures-added": "picture that the text shows more often than before: check it",
    "pictures-lost": "picture that the text no longer shows: put it back",
    "redirect-pattern": "redirect to copy to the host: Carnet only redirects one address to another",
    "redirect-shared":
      "two texts redirected from this address: it leads to the latest; check that it is the right one",
    symlink: "symbolic link: it was not followed",
    template: "unknown template code, kept as it is in the text: replace it with what readers saw",
    "template-page":
      "page made by a template: not imported; Carnet makes its own home page, lists, archives, search and feeds",
    "unread-people":
      "people with whose ids texts sign, in a data file that Carnet cannot read: write them in content/people.yaml",
    "words-added": "words added by the import",
    "words-lost": "words lost by the import",
  },
};

function listed(files: readonly string[]): string {
  const shown = files.slice(0, 20).map((file) => `  ${file}`);
  return [...shown, ...(files.length > 20 ? [`  … (${String(files.length - 20)} more)`] : [])].join("\n");
}
