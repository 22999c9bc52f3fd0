// The accounts of a programme, as themes list them → `social` of `site.yaml`.
import { capitalised } from "../capitalised.ts";
import { list, map, text } from "./values.ts";

/** From addresses, or from `{ name, url }`; only addresses of the web, each once. Undefined if there is none. */
export function accountsOf(written: unknown): { label: string; url: string }[] | undefined {
  const found = new Map<string, string>();
  for (const one of list(written)) {
    const url = text(one) ?? text(map(one)["url"]) ?? "";
    if (!/^https?:/.test(url) || !URL.canParse(url) || found.has(url)) continue;
    const name = text(map(one)["name"]);
    const host = new URL(url).hostname.replace(/^www\./, "");
    found.set(url, name === undefined ? host : capitalised(name));
  }
  return found.size === 0 ? undefined : [...found].map(([url, label]) => ({ label, url }));
}
