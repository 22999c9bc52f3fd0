// Redirects that lead nowhere → problems: they are worse than none, since their author believes the old address safe.
// Whether the old address is free, and where chains end, is settled before (`content/redirects.ts`, `redirect-chains.ts`).
import type { Redirect } from "../content/types.ts";
import { problem } from "../problems.ts";
import { locateAddress, NOWHERE, readable } from "./link-address.ts";
import { answerTo, checkAnchor, elsewhere, keptOut, type Checker, type Link } from "./link-checker.ts";

export function checkRedirects(checker: Checker): void {
  for (const redirect of checker.input.redirects) checkRedirect(checker, redirect);
}

/** Targets on other hosts are not checked here. */
function checkRedirect(checker: Checker, { from, to, place }: Redirect): void {
  const { input, map, hosts, problems } = checker;
  const url = locateAddress(to, "/");
  if (url === undefined || (url.host !== NOWHERE && !hosts.has(url.host))) return;
  const { path, answer } = answerTo(checker, url);
  switch (answer.is) {
    case "elsewhere":
    // Chains are already shortened to their end.
    case "redirect":
      return;
    case "page": {
      const link: Link = { href: to, text: "", place, from: { url: from, ids: new Set() } };
      checkAnchor(checker, link, { fragment: url.hash, ids: answer.ids, page: path });
      return;
    }
    case "withheld":
      problems.push(
        problem("dead-link/redirect-withheld", place, { from, to: readable(to), why: answer.why }),
      );
      return;
    case "nothing":
    case "outside": {
      // It will answer once the site knows its own address, which the host may give when it publishes.
      if (input.feedsToCome?.has(path) === true) return;
      const isOut = keptOut(checker, path);
      if (isOut === "draft")
        problems.push(problem("dead-link/redirect-withheld", place, { from, to: readable(to), why: isOut }));
      if (isOut) return;
      const near = input.moved?.(path) ?? map.near(path);
      const better =
        near === undefined ? elsewhere(path, checker) : { suggestion: near + url.search + url.hash };
      problems.push(problem("dead-link/redirect", place, { from, to: readable(to), ...better }));
    }
  }
}
