// A small blog built by the real Hugo: an import must keep what it publishes.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { makeSite, type TestSite } from "./site.ts";
import { filesBelow } from "../../src/files.ts";

export const hasHugo = spawnSync("hugo", ["version"]).status === 0;

/** Layouts that show each text once, and paginate lists. */
const LAYOUTS = {
  "layouts/_default/baseof.html":
    '<!DOCTYPE html><html lang="{{ site.Language.Lang }}"><title>{{ .Title }}</title><main>{{ block "main" . }}{{ end }}</main></html>\n',
  "layouts/_default/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n',
  "layouts/_default/list.html":
    '{{ define "main" }}{{ range (.Paginate .Pages).Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}\n',
  "layouts/index.html":
    '{{ define "main" }}{{ range (.Paginate site.RegularPages).Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}\n',
  "layouts/_default/terms.html":
    '{{ define "main" }}{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}\n',
  "layouts/404.html": '{{ define "main" }}404{{ end }}\n',
};

export interface HugoBlog extends TestSite {
  /** Addresses that Hugo published, without the host: pages, redirect pages, feeds and sitemaps, but not `404.html`. */
  addresses: string[];
}

export function hugoBlog(files: Record<string, string>): HugoBlog {
  const site = makeSite({ ...LAYOUTS, ...files });
  const { status, stderr, stdout } = spawnSync("hugo", ["--destination", "public", "--quiet"], {
    cwd: site.root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", HOME: site.root, HUGO_CACHEDIR: join(site.root, ".cache") },
  });
  if (status !== 0) throw new Error(`hugo: ${stderr}${stdout}`);
  const addresses = filesBelow(join(site.root, "public"))
    .filter((file) => /\.(?:html|xml)$/.test(file) && !/(?:^|\/)404\.html$/.test(file))
    .map((file) => `/${file}`.replace(/\/index\.html$/, "/"))
    .sort();
  return { ...site, addresses };
}

/** A text for Hugo: front matter in TOML, then a sentence. */
export function hugoText(title: string, ...lines: string[]): string {
  return ["+++", `title = "${title}"`, ...lines, "+++", "", `Texte de ${title}.`, ""].join("\n");
}
