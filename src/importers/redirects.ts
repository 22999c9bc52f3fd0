// Redirect files of hosts → single old addresses; patterns, hosts and rewrites are reported as left to do.
// https://docs.netlify.com/routing/redirects/
import type { Manual, OldRedirect } from "./model.ts";
import type { SourceFiles } from "./source-files.ts";
import { parseToml } from "./toml.ts";
import { list, map, text } from "./values.ts";

interface Rule {
  from: string;
  to: string;
  status: string;
  /** True if it applies only to some visitors or some queries. */
  isPartial: boolean;
  file: string;
  line: number;
  /** As shown in the report. */
  written: string;
}

const CONFIG = "netlify.toml";

/** Rules of the files `names`, which come first, then those of Netlify's configuration. */
export function readNetlify(
  files: SourceFiles,
  names: readonly string[],
): { list: OldRedirect[]; manual: Manual[] } {
  const list: OldRedirect[] = [];
  const manual: Manual[] = [];
  const rules = [...names.flatMap((file) => linesOf(file, files)), ...configured(files)];
  for (const { from, to, status, isPartial, written, ...place } of rules) {
    const whole = /^\/[^*?]*$/.test(from) && !/\/:\w/.test(from) && to !== "" && !/:splat|\/:\w/.test(to);
    // Status 200 serves another page at the same address, which a redirect does not.
    if (whole && !isPartial && /^30[1278]!?$/.test(status)) list.push({ ...place, from, to });
    else manual.push({ ...place, kind: "redirect-pattern", found: written });
  }
  return { list, manual };
}

function linesOf(file: string, files: SourceFiles): Rule[] {
  return (files.read(file) ?? "").split(/\r?\n/).flatMap((line, i) => {
    const written = line.replace(/(^|\s)#.*$/, "").trim();
    const [from = "", to = "", status = "301"] = written.split(/\s+/);
    return written === "" ? [] : [{ from, to, status, isPartial: false, file, line: i + 1, written }];
  });
}

/** `[[redirects]]`, one table per rule. */
function configured(files: SourceFiles): Rule[] {
  const whole = files.read(CONFIG) ?? "";
  const tables = parseToml(whole)?.["redirects"];
  const lines = whole
    .split(/\r?\n/)
    .flatMap((line, i) => (/^\s*\[\[\s*redirects\s*\]\]/.test(line) ? [i + 1] : []));
  return list(tables)
    .map(map)
    .map((table, i) => {
      const [from, to] = [text(table["from"]) ?? "", text(table["to"]) ?? ""];
      const status = text(table["status"]) ?? "301";
      const isPartial = ["query", "conditions", "country", "language", "role"].some(
        (key) => table[key] !== undefined,
      );
      return {
        from,
        to,
        status,
        isPartial,
        file: CONFIG,
        line: lines[i] ?? 0,
        written: `${from} ${to} ${status}`,
      };
    });
}
