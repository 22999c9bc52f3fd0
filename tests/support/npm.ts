// Runs programs as a user does, in a folder outside the repository: npm then installs what users get.
import { spawnSync } from "node:child_process";
import { expect } from "vitest";

/** Without the variables that `npm run` and `npx` set for the tests: they would configure the npm that tests start. */
const ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD|NODE_ENV)/i.test(name)),
);

/** Standard output of a command that must succeed. */
export function ok(command: string, args: readonly string[], cwd: string, env = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...{ cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    env: { ...ENV, LANG: "fr_FR.UTF-8", ...env },
  });
  expect(status, `${command} ${args.join(" ")}\n${error?.message ?? ""}${stdout}${stderr}`).toBe(0);
  return stdout;
}
