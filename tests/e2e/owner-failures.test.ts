import { describe, expect, it } from "vitest";
import { makeSite } from "../support/site.ts";
import { SITE, PAGE, config } from "../support/owner-site.ts";

describe("an error in the owner's code that nothing awaits", () => {
  it.each([
    ["a promise that is refused", 'void Promise.reject(new Error("en panne"));'],
    ["a timer that throws", 'setTimeout(() => { throw new Error("en panne"); }, 1);'],
  ])("fails the build with its message, and leaves nothing behind: %s", (_, lines) => {
    const site = makeSite({
      ...SITE,
      ...config(`${lines} config.on("eleventy.before", () => new Promise((go) => setTimeout(go, 200)));`),
    });
    const run = site.carnet(["build", "--no-search"]);
    expect(run.stderr).toMatch(/^carnet : .*Rien n’a été publié/m);
    expect(run.stderr).toContain("en panne");
    expect(run.status).toBe(3);
    expect(site.list(".").filter((path) => path.includes("carnet-new"))).toEqual([]);
    site.write(config(""));
    expect(site.carnet(["build", "--no-search"])).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("an .eleventy.ts that awaits a promise that never settles", () => {
  it("is reported, and fails the command", () => {
    const site = makeSite({
      ...SITE,
      ".eleventy.ts": "await new Promise(() => {});\nexport default function () {}\n",
    });
    const run = site.carnet(["build", "--no-search"]);
    expect(run.stderr).toMatch(/^carnet : .*attend.*Rien n’a été publié/m);
    expect(run.status).toBe(3);
  });
});

describe("an .eleventy.ts that calls process.exit", () => {
  it.each([0, 1])("with status %i is reported, fails the command and publishes nothing", (status) => {
    const site = makeSite({ ...SITE, ...config(`process.exit(${String(status)});`) });
    const run = site.carnet(["build", "--no-search"]);
    expect(run.stderr).toMatch(/^carnet : .*process\.exit.*Rien n’a été publié/m);
    expect(run.status).toBe(3);
    expect(() => site.read(PAGE)).toThrow();
  });
});
