// Links and players of the published texts, links of settings and redirects → the distinct addresses on other hosts. An address
// is requested once, however many texts link to it and whatever fragment they add.
import { findFrame } from "../../embeds/providers.ts";
import type { Place } from "../../problems.ts";
import { hasHost } from "../../schemes.ts";
import { isAlsoServed } from "../../markdown/addresses.ts";
import { locateAddress, NOWHERE, textToPaste } from "../link-address.ts";
import { isPrivateHost } from "../private-host.ts";
import type { LinkCheckInput } from "../types.ts";
import type { ExternalLink } from "./types.ts";

type Use = ExternalLink["uses"][number];

/** In order of the places. An address that is wrong in form, or leads to a private host, already has its own problem. */
export function collectExternalLinks(input: LinkCheckInput): ExternalLink[] {
  const uses = new Map<string, Use[]>();
  const addUse = (use: Use): void => {
    const address = externalAddress(use.href.trim(), input);
    if (address === undefined) return;
    const known = uses.get(address);
    if (known) known.push(use);
    else uses.set(address, [use]);
  };
  const add = (href: string, text: string, place: Place): void => {
    addUse({ href, text, place });
  };
  for (const { file, url, references } of input.entries) {
    if (input.withheld.has(url)) continue;
    for (const reference of references) {
      const { kind, href, text, line, column } = reference;
      const place = { file, line, column };
      if (kind === "link") add(href, textToPaste(reference), place);
      if (kind === "embed") addUse({ href: watched(href, input), text, place, isPlayer: true });
    }
  }
  // No page shows a portrait from another site, which is reported elsewhere.
  for (const { href, place, picture } of input.settingLinks) if (!picture) add(href, "", place);
  for (const { to, place } of input.redirects) add(to, "", place);
  return [...uses].map(([address, places]) => ({ address, uses: places }));
}

/** The page of what a player shows, which says whether it still exists; a frame answers even if its content is gone. */
function watched(href: string, { framed = [] }: LinkCheckInput): string {
  const found = findFrame(href, framed);
  return "frame" in found ? found.frame.watchUrl : "";
}

function externalAddress(href: string, { homes, alsoServed }: LinkCheckInput): string | undefined {
  if (!hasHost(href)) return undefined;
  const url = locateAddress(href, "/");
  if (url === undefined || url.host === NOWHERE || isPrivateHost(url.hostname)) return undefined;
  // What another site serves on this very host is external too.
  if (homes.some(({ host }) => host === url.host) && !isAlsoServed(url.pathname, alsoServed))
    return undefined;
  // `http://https://…` has a host named `https`. A name and password are never sent to anyone.
  const whole = new URL(href, "https://x.invalid");
  return whole.username === "" && whole.password === "" ? whole.href.replace(/#.*$/s, "") : undefined;
}
