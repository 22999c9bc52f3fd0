// The hosts of `embeds.allow` that can never be that of an address: addresses, patterns, words → each at its item.
import { problem, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site-schema.ts";
import { lineWith, yamlOf } from "./lines.ts";
import { placesIn, type Loaded } from "./file.ts";

export function checkEmbedHosts({ embeds }: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  for (const [i, found] of embeds.allow.entries()) {
    const host = hostOf(found);
    if (host === found.toLowerCase()) continue;
    const path = ["embeds", "allow", i];
    const place = placesIn(loaded)(path);
    problems.push(
      host === undefined
        ? problem("settings/embed-pattern", place, { found })
        : problem("settings/embed-host", place, { found, fix: lineWith(loaded.text, path, yamlOf(host)) }),
    );
  }
}

/** The host that a text names, alone or in an address; undefined for a pattern and for what has no dot, as every public host has. */
function hostOf(written: string): string | undefined {
  const text = written.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/+/, "")}`;
  const host = URL.canParse(address) ? new URL(address).host : "";
  return text.includes("*") || !/[^.]\.[^.]|^localhost\b/.test(host) ? undefined : host;
}
