// Addresses in settings files, checked by form: every page shows them, and layouts add the base path. An address that runs code
// or contains a secret is refused; a relative one, or one that already has the base path, leads nowhere.
import { runsCode } from "../markdown/addresses.ts";
import type { SettingLink } from "../content/types.ts";
import { problem, type Problem } from "../problems.ts";
import { schemeOf } from "../schemes.ts";
import { locateAddress, readable, withoutSecret, type Located } from "./link-address.ts";
import type { Checker } from "./link-checker.ts";
import { checkForm, withScheme } from "./link-form.ts";

/** Undefined if nothing is wrong with the form; where the address leads is checked elsewhere. */
export function checkSettingForm(
  checker: Checker,
  { href: written, place, lineWith }: SettingLink,
): Problem | undefined {
  const href = written.trim();
  if (runsCode(href))
    return problem("settings/scheme", place, { found: href, fix: lineWith?.(EXAMPLE) ?? `url: ${EXAMPLE}` });
  const bare = withoutSecret(href);
  // The message does not repeat the secret: more people read CI logs than settings.
  if (bare !== undefined)
    return problem("settings/secret", place, { fix: lineWith?.(bare) ?? `url: ${bare}` });
  if (href === "" || href.startsWith("#") || schemeOf(href) !== undefined || /^[\\/]{2}/.test(href))
    return undefined;
  const url = locateAddress(href, "/");
  if (url === undefined) return undefined;
  const isPage = answers(checker, url.pathname);
  const inside = isPage ? undefined : withoutBase(checker, url.pathname);
  if (href.startsWith("/"))
    return (
      inside &&
      problem("dead-link/base-path", place, { href, ...inside, suggestion: inside.path + after(url) })
    );
  if (checkForm({ href, text: "", place }, () => isPage) !== undefined) return undefined;
  const path = isPage ? url.pathname : inside?.path;
  const suggestion = path === undefined ? guess(checker, href, url) : path + after(url);
  return problem("dead-link/relative", place, {
    href,
    ...(suggestion !== undefined && { suggestion: readable(suggestion) }),
  });
}

const EXAMPLE = "https://www.example.org/";

const answers = ({ map }: Checker, path: string): boolean => map.answer(path).is !== "nothing";

const after = ({ search, hash }: Located): string => search + hash;

/** A path that contains a base path of the site: this run's, or that of `url`. */
function withoutBase(checker: Checker, path: string): { path: string; base: string } | undefined {
  const { basePath, homes } = checker.input;
  for (const base of new Set([basePath, ...homes.map((home) => home.path)])) {
    if (base === "/" || !`${path}/`.startsWith(base)) continue;
    const inside = path.slice(base.length - 1) || "/";
    if (answers(checker, inside)) return { path: inside, base };
  }
  return undefined;
}

/** Another site without its `https://`, or the nearest page. */
function guess({ map }: Checker, href: string, url: Located): string | undefined {
  const host = withScheme(href);
  if (host !== undefined) return host;
  const near = map.near(url.pathname);
  return near === undefined ? undefined : near + after(url);
}
