// What a build stores of its site for the next one, which may find nothing changed, or only texts.
import type { LastPut, LeftPut } from "../build/last-put.ts";
import type { Left, LeftProblems, LeftTexts, NamedTexts } from "../build/left-texts.ts";
import type { LooksThere } from "../build/kept/output-memory.ts";
import type { Part, Sealed } from "../build/kept/seal.ts";
import type { Sources } from "../build/kept/sources.ts";
import type { Problem } from "../problems.ts";
import type { SeverityByCode } from "../shown-problems.ts";
import type { Session } from "./session.ts";
import type { Options } from "./arguments.ts";
import type { Told } from "./output.ts";

/** What every build stores again. */
interface Short extends Omit<Told, "shown"> {
  checks: SeverityByCode;
  /** Problems reported besides those of the sources. */
  more: readonly Problem[];
  renamed: NamedTexts;
  manifest: string;
}

interface LeftSite {
  texts: LeftTexts;
  put: LeftPut;
}

/** The stored site, with the texts saved since. */
export interface LeftToBuild extends Left {
  put: LeftPut;
  manifest: string;
  /** Number of pages of the site. */
  pages: number;
}

/** What a build reported, for another that would report the same. */
export async function toldAgain(found: Sealed, { strict, lang }: Options): Promise<Told | undefined> {
  const problems = found.part("problems") as LeftProblems | undefined;
  if (!problems) return undefined;
  const { checks, more, ...told } = found.told as Short;
  const all = [...problems.others, ...problems.ofTexts, ...problems.ofSite, ...more];
  // The messages of all problems take a while to load.
  if (all.length === 0) return { ...told, shown: [] };
  const { show } = await import("../shown-problems.ts");
  return { ...told, shown: show(all, { lang, checks, strict }) };
}

/** Undefined if it cannot be read. */
export function leftToBuild({ told, saved, part }: Sealed, { files }: Sources): LeftToBuild | undefined {
  const site = part("site") as LeftSite | undefined;
  const problems = site && (part("problems") as LeftProblems | undefined);
  const { renamed, manifest, pages } = told as Short;
  const entries = (): readonly unknown[] | undefined => part("entries") as readonly unknown[] | undefined;
  return problems && { ...site, problems, entries, renamed, manifest, saved, sources: files, pages };
}

/**
 * Restores the output as `left` describes it, for a session that reused its texts; `looks` describes its files, if they were
 * inspected.
 */
export function resumePut(
  last: LastPut,
  { prepared, resumed }: Session,
  left?: LeftToBuild,
  looks?: LooksThere,
): void {
  if (!resumed || !prepared || !left) return;
  const { put, manifest, saved } = left;
  last.resume({ left: put, manifest, prepared, saved, looks });
}

/** Parts that have not changed are left out. Undefined if there is nothing to reuse. */
export function leaveSite(
  last: LastPut,
  session: Session,
  told: Told,
): { told: Short; parts: Record<Part, unknown> } | undefined {
  const put = last.leave();
  const leaving = put && session.leave?.(put.isNew);
  if (!leaving) return undefined;
  const { texts, renamed, problems, entries } = leaving;
  const { next, pages, posts } = told;
  return {
    told: {
      ...{ next, pages, posts, renamed, manifest: put.manifest },
      checks: session.prepared?.plan.content.site.checks ?? {},
      more: session.problems.slice(session.ofSources),
    },
    parts: { problems, site: texts && { texts, put: put.left }, entries },
  };
}
