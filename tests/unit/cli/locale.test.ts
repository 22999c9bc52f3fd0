import { describe, expect, it } from "vitest";
import { environmentLang } from "../../../src/cli/locale.ts";
import { parseOptions } from "../../../src/cli/options.ts";

describe("the language of the environment", () => {
  it.each([
    [{}, "fr"],
    [{ LANG: "" }, "fr"],
    [{ LANG: "C" }, "fr"],
    [{ LANG: "C.UTF-8" }, "fr"],
    [{ LANG: "POSIX" }, "fr"],
    [{ LANG: "fr_FR.UTF-8" }, "fr"],
    [{ LANG: "fr_CA" }, "fr"],
    [{ LANG: "en_GB.UTF-8" }, "en"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{ LANG: "ca_ES.UTF-8" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "fr_FR.UTF-8" }, "fr"],
    [{ LANG: "fr_FR.UTF-8", LC_MESSAGES: "fr_FR.UTF-8", LC_ALL: "en_US.UTF-8" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "C" }, "fr"],
  ] as const)("of %j is %s", (env, lang) => {
    expect(environmentLang(env)).toBe(lang);
  });
});

describe("messages before a site is read", () => {
  const parse = (argv: string[], spoken: "fr" | "en"): ReturnType<typeof parseOptions> =>
    parseOptions(argv, { cwd: "/", clock: () => new Date(0), preview: false, spoken });

  it("are in the language of the environment, unless another is asked for", () => {
    expect(parse([], "en")).toMatchObject({ options: { spoken: "en" } });
    expect(parse([], "fr")).toMatchObject({ options: { spoken: "fr" } });
    expect(parse(["--lang", "fr"], "en")).toMatchObject({ options: { spoken: "fr", lang: "fr" } });
    expect(parse(["--nonsense"], "en")).toMatchObject({ ok: false, lang: "en" });
    expect(parse(["--nonsense", "--lang", "fr"], "en")).toMatchObject({ ok: false, lang: "fr" });
  });

  it("do not set the language asked for the site", () => {
    expect(parse([], "en")).not.toHaveProperty("options.lang");
  });
});
