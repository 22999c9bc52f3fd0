// Addresses in the site's own stylesheets → those that lead to no file of the site, and those that its policy refuses.
// Browsers say nothing of either: the page is shown without the picture or the font.
import { problem } from "../problems.ts";
import { locateAddress, NOWHERE, readable, schemeOf } from "./link-address.ts";
import { answerTo, type Checker } from "./link-checker.ts";

/** Where stylesheets are published: what begins at no root is found from there. */
const PUBLISHED = "/assets/carnet.css";

export function checkStyles(checker: Checker): void {
  for (const { href, place } of checker.input.styles ?? []) {
    // A part of the page itself, such as a filter.
    if (href.startsWith("#") || href === "") continue;
    const url = locateAddress(href, PUBLISHED);
    const isOwn = url !== undefined && (url.host === NOWHERE || checker.hosts.has(url.host));
    const shown = readable(href);
    const isData = schemeOf(href) === "data";
    if (isData || (url !== undefined && !isOwn)) {
      checker.problems.push(
        problem("style-address/refused", place, { href: isData ? "data:" : shown, isData }),
      );
      continue;
    }
    const { path, answer } = url ? answerTo(checker, url) : { path: "", answer: { is: "nothing" } };
    if (answer.is === "page" || answer.is === "elsewhere") continue;
    const near = checker.map.near(path);
    checker.problems.push(
      near !== undefined && /\.\w+$/.test(near)
        ? problem("style-address/near", place, { href: shown, suggestion: readable(near) })
        : problem("style-address/missing", place, { href: shown }),
    );
  }
}
