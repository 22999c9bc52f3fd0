// What a link that is shown as typed has between its parentheses → what a working one has there.
import { holdsTag } from "../other-tools/template-leftovers.ts";
import { widthAttribute } from "../wanted-size.ts";
import { mendTelephone } from "./telephone.ts";

/** What makes a valid link: an address in one word or between angle brackets, and its title. */
export const SOUND = /^(?:<[^<>]*>|\S+)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/;
/** An address, and perhaps a title in double quotes. A title in single quotes may contain anything, and is excluded before. */
const TITLED = /^([^"]*?)( +"[^"]*")?$/;
/** A title in quotes of which at least one is curly: a title in two straight quotes is valid. */
const CURLY = /^([^"]*[^"\s]) +(?:["“”„«][ \u00a0\u202f]?([^“”„«»"]*?)[ \u00a0\u202f]?["“”»]|[‘’]([^‘"]*)’)$/;
/** A title whose last quote is missing, or that contains others. */
const QUOTED = /^(\S+) +"(?=[^"]*$|[^"]*"[^"]*")(.*?)"?$/;
/** Words without any sign of an address are an ordinary remark. */
const ADDRESS = /^(?:https? *:|mailto:|tel:|\.{0,2}\/|#)|\.\w{2,5}(?:#.*)?$/i;

/** A size that other tools accept after the address or the title of a picture. */
const SIZE = /(?<! ) +=(?:(?<width>\d+%?)x(?:\d+%?)?|(?<share>\d+%)|x\d+%?)(?=$| +["'])/;

interface Mended {
  why: "quotes" | "title" | "inside";
  /** The corrected content of the parentheses. */
  fix: string;
  /** What follows them: attributes. */
  after?: string;
}

/** Undefined if nothing is wrong between the parentheses, or if it is not an address. */
export function mendInside(typed: string): Mended | undefined {
  const inside = typed.replace(SIZE, "");
  const { width, share } = SIZE.exec(typed)?.groups ?? {};
  if (inside !== typed && SOUND.test(inside))
    return { why: "inside", fix: inside, after: widthAttribute(width ?? share) };
  // The message about the tag already says what to write.
  if (!inside.includes(" ") || holdsTag(inside) || /^[<(]|[<>\\]/.test(inside) || SOUND.test(inside))
    return undefined;
  const [, before = "", double, single] = CURLY.exec(inside) ?? [];
  const isCurly = single !== undefined || !/"[^"]*"$/.test(inside);
  if (isCurly && ADDRESS.test(before))
    return { why: "quotes", fix: `${encoded(before)} "${double ?? single ?? ""}"` };
  const [, to = "", quoted = ""] = QUOTED.exec(inside) ?? [];
  if (quoted !== "" && ADDRESS.test(to))
    return { why: "title", fix: `${to} "${quoted.trim().replace(/"/g, '\\"')}"` };
  const [, address = "", title = ""] = /\s'/.test(inside) ? [] : (TITLED.exec(inside) ?? []);
  if (!address.includes(" ") || !ADDRESS.test(address)) return undefined;
  return { why: "inside", fix: encoded(address) + title };
}

/** A space in a scheme, in a host, in a number or beside a slash is a typo; other spaces belong to a name. */
const encoded = (address: string): string =>
  (/^tel:[ \d+().-]+$/i.test(address) ? mendTelephone(address) : undefined) ??
  address
    .replace(/^(?:https? *: *\/ *\/ *[^/]*|mailto:[^?]*)/, (host) => host.replace(/ /g, ""))
    .replace(/^(\w+:) +/, "$1")
    .replace(/ *\/ */g, "/")
    .replace(/ /g, "%20")
    .replace(/\(/g, "%28")
    .replace(/\)/g, "%29");
