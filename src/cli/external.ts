// `carnet check --external`: asks other hosts whether links to them still work, and stores their replies.
// The only command that opens a connection, and only with this option: this file passes in the network and its clock.
import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { loadKnownAddresses, saveKnownAddresses } from "../build/kept/known-addresses.ts";
import type { Prepared } from "../build/prepare.ts";
import { linkCheckInput } from "../checks/content-checks.ts";
import { checkExternalLinks } from "../checks/external/check.ts";
import { collectExternalLinks } from "../checks/external/collect.ts";
import type { Network } from "../checks/external/types.ts";
import type { Problem } from "../problems.ts";
import { cliWords } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** For network waits, a progress bar is useful from the first second. */
const WORTH_A_BAR = 5;

/** Problems of links to other hosts; `offline` if not a single host could be reached. */
export async function askOtherHosts(
  { plan, rendered, copies }: Prepared,
  options: Options,
  lang: UiLang,
  terminal: Pick<Terminal, "progress">,
): Promise<{ problems: Problem[]; offline: boolean }> {
  const { content, pages } = plan;
  const links = collectExternalLinks(linkCheckInput({ content, rendered, pages, copies }));
  if (links.length === 0) return { problems: [], offline: false };
  const now = options.now();
  const { problems, known, offline } = await checkExternalLinks(links, {
    network: NETWORK,
    now,
    userAgent: `Carnet (link checker${content.site.origin === "" ? "" : `; +${content.site.origin}`})`,
    known: options.cache ? loadKnownAddresses(options.site, now) : new Map(),
    keep: (learnt) => {
      saveKnownAddresses(options.site, learnt);
    },
    onProgress: (done, total) => void terminal.progress(cliWords(lang).otherSites, done, total, WORTH_A_BAR),
  });
  if (!offline) saveKnownAddresses(options.site, known);
  return { problems, offline };
}

const NETWORK: Network = {
  fetch: (address, init) => fetch(address, init),
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  sleep: (milliseconds) => sleep(milliseconds),
};
