// An old blog → a site root that builds, and a report of what was done and what is left to do.
// Everything is computed before anything is written, so that a conflict leaves the destination unchanged.
import { join } from "node:path";
import { nameEarlyPosts } from "./early-posts.ts";
import { readEleventy } from "./eleventy/read.ts";
import { readHugo } from "./hugo/read.ts";
import { readJekyll } from "./jekyll/read.ts";
import { makeEntries } from "./make-entries.ts";
import { makeReport } from "./report/make-report.ts";
import type { Generator } from "../strings/generators.ts";
import type { UiLang } from "../ui-lang.ts";
import { newFiles } from "./new-files.ts";
import { nameUnreadPeople } from "./people.ts";
import { reportHtml } from "./report/html.ts";
import type { ImportOutcome } from "./report/report.ts";
import { settleSite } from "./settle.ts";
import type { SourceFiles } from "./source-files.ts";
import { surveySite } from "./survey.ts";
import { findConflicts, put, REPORT, writeOutput } from "./write.ts";

export interface ImportOptions {
  files: SourceFiles;
  kind: Generator;
  /** Absolute path of the new site root. */
  dest: string;
  now: Date;
  lang: UiLang;
  builtin: { folder: string; names: readonly string[] };
  onProgress: (step: "texts" | "files" | "check", done: number, total: number) => Promise<void> | void;
}

const READERS = { jekyll: readJekyll, hugo: readHugo, eleventy: readEleventy };

export async function importSite(options: ImportOptions): Promise<ImportOutcome> {
  const { files, dest, kind, onProgress, lang } = options;
  const site = READERS[kind](files);
  settleSite(site);
  nameUnreadPeople(site, files);
  const plan = await makeEntries(site, {
    files,
    dest,
    onProgress: (done, total) => onProgress("texts", done, total),
  });
  nameEarlyPosts(site, plan, options.now);
  const { output, alsoServed } = newFiles(site, plan, files);
  const conflicts = findConflicts(dest, output);
  if (conflicts.edited.length > 0 || conflicts.foreign.length > 0) return { stopped: conflicts, site };
  const written = await writeOutput(dest, output, (done, total) => onProgress("files", done, total));
  const survey = await surveySite({
    root: dest,
    now: options.now,
    lang,
    builtin: options.builtin,
    onProgress: (done, total) => void onProgress("check", done, total),
  });
  const report = makeReport(site, plan, survey, { written, alsoServed });
  put(join(dest, REPORT), Buffer.from(reportHtml(report, lang)));
  return { done: report };
}
