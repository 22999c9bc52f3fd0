// Items of `embeds.allow` that can never be the host of an address (addresses, patterns, words) → a problem at each.
import type { SiteSettings } from "../../site/schema.ts";
import { yamlOf } from "./lines.ts";
import type { SettingsFile } from "./settings-file.ts";

export function checkEmbedHosts({ embeds }: SiteSettings, loaded: SettingsFile): void {
  for (const [i, found] of embeds.allow.entries()) {
    const host = hostOf(found);
    if (host === found.toLowerCase()) continue;
    const path = ["embeds", "allow", i];
    if (host === undefined) loaded.tell("settings/embed-pattern", path, { found });
    else loaded.tell("settings/embed-host", path, { found, fix: loaded.lineWith(path, yamlOf(host)) });
  }
}

/**
 * The host in a text, alone or in an address. Undefined for a pattern, and for a name without a dot, which every public host
 * has; `localhost` is accepted.
 */
function hostOf(written: string): string | undefined {
  const text = written.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/+/, "")}`;
  const host = URL.canParse(address) ? new URL(address).host : "";
  return text.includes("*") || !/[^.]\.[^.]|^localhost\b/.test(host) ? undefined : host;
}
