// Redirect files of hosts → single old addresses; patterns, hosts and rewrites are named for a person to do.
// https://docs.netlify.com/routing/redirects/
import type { Manual, OldRedirect } from "./model.ts";
import type { SourceFiles } from "./source-files.ts";

export function readNetlify(
  files: SourceFiles,
  names: readonly string[],
): { list: OldRedirect[]; manual: Manual[] } {
  const list: OldRedirect[] = [];
  const manual: Manual[] = [];
  for (const file of names) {
    for (const [i, line] of (files.read(file) ?? "").split(/\r?\n/).entries()) {
      const rule = line.replace(/(^|\s)#.*$/, "").trim();
      if (rule === "") continue;
      const [from = "", to = "", status = "301"] = rule.split(/\s+/);
      const place = { file, line: i + 1 };
      const whole = /^\/[^*?]*$/.test(from) && !/\/:\w/.test(from) && to !== "" && !/:splat|\/:\w/.test(to);
      // A status of 200 serves another page under the same address, which a redirect does not.
      if (whole && /^30[1278]!?$/.test(status)) list.push({ ...place, from, to });
      else manual.push({ ...place, kind: "redirect-pattern", found: rule });
    }
  }
  return { list, manual };
}
