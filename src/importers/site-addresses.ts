// The addresses of an old blog's feed, lists and terms → `addresses` of the new `site.yaml`, so that they stay the same.
import type { OldSite } from "./model.ts";
import { map } from "./values.ts";

export function setAddress(site: OldSite, name: string, address: string): void {
  site.settings["addresses"] = { ...map(site.settings["addresses"]), [name]: address };
}

/** The first page of the list of posts. Carnet's home page is at the root: a list that was there gets redirects instead. */
export function setList(site: OldSite, address: string): void {
  if (address === "/") site.listAtRoot = true;
  else setAddress(site, "blog", address);
}
