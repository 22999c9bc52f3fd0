// What tests of hostile content share: the site that it is added to, and the problems that the command reports.
import * as z from "zod";
import { post, SITE_YAML, type Run } from "./site.ts";

/** What `--format json` guarantees, and nothing else. */
export const promised = z.array(
  z.strictObject({
    file: z.string().regex(/^(?!\/|\.\.)[^\n]+$/),
    line: z.int().min(1),
    column: z.int().min(1),
    code: z.string().regex(/^[a-z0-9-]+$/),
    severity: z.enum(["error", "warn", "note"]),
    message: z.string().min(1),
    hint: z.string(),
  }),
);

export const problemsOf = (run: Run): z.output<typeof promised> => promised.parse(JSON.parse(run.stdout));

export const errorsOf = (run: Run): string[] =>
  problemsOf(run)
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, code }) => `${file}:${String(line)} ${code}`);

/** Code that would leave a file if it ran, wherever the command runs. */
export const CODE = 'require("fs").writeFileSync(process.env.HOME + "/ran", "x")';

export const GOOD = {
  "content/site.yaml": SITE_YAML,
  "content/posts/2026-03-02-bon.md": post("Bon article"),
};

export const file = (name: string): string => `content/posts/2026-01-01-${name}.md`;
