import { readFileSync } from "node:fs";
import { join } from "node:path";
import { satisfies } from "semver";
import { beforeEach, describe, expect, it } from "vitest";
import { readCommandLine, type Options } from "../../../src/cli/arguments.ts";
import { COMMANDS, OPTIONS, optionsOf } from "../../../src/cli/commands.ts";
import { makeSite, ROOT, SITE_YAML } from "../../support/site.ts";

let root = "";
beforeEach(() => {
  ({ root } = makeSite({
    "blog/content/site.yaml": SITE_YAML,
    "autre/x": "",
    "mag/content/site.yaml": "lang: en\n",
  }));
});
const NOW = new Date("2026-06-01T12:00:00Z");

function read(line: string, LANG = "fr_FR.UTF-8", CI = ""): ReturnType<typeof readCommandLine> {
  const argv = line === "" ? [] : line.split(" ");
  return readCommandLine(argv, { cwd: root, clock: () => NOW, env: { LANG, CI }, version: "1.2.3" });
}

function options(line: string, CI?: string): Options {
  const asked = read(line, undefined, CI);
  if (!("command" in asked)) throw new Error(JSON.stringify(asked));
  return asked.options;
}

const refusal = (line: string): string => {
  const asked = read(line);
  return "refusal" in asked ? asked.refusal : "";
};

const answer = (line: string, LANG?: string): string => {
  const asked = read(line, LANG);
  return "answer" in asked ? asked.answer : "";
};

describe("an answer", () => {
  it.each(["fr_FR.UTF-8", "en_GB.UTF-8"])("names every command, and every option of each (%s)", (LANG) => {
    for (const command of COMMANDS) {
      expect(answer("--help", LANG)).toMatch(new RegExp(`^  ${command.name} `, "m"));
      const help = answer(`${command.name} -h`, LANG);
      for (const option of optionsOf(command)) expect(help).toMatch(new RegExp(`--${option}\\b`));
      expect(answer(`help ${command.name}`, LANG)).toBe(help);
    }
  });

  it("is in the language of the person, whatever the site; the list of commands if nothing is typed", () => {
    expect(answer("check --help --site mag", "fr_FR.UTF-8")).toContain("Usage : carnet check");
    expect(answer("--help --site blog", "en_GB.UTF-8")).toContain("Usage: carnet COMMAND");
    expect(answer("check --help --lang fr", "en_GB.UTF-8")).toContain("Usage : carnet check");
    expect(answer("")).toBe(answer("--help"));
  });

  it("tells for `init` that --lang is the language of the site", () => {
    expect(answer("init --help", "en_GB.UTF-8")).toContain("language of the site, and of messages");
  });

  it("is the version", () => {
    expect(answer("--version")).toBe("1.2.3\n");
  });
});

describe("a refusal", () => {
  it.each([
    ["biuld", "« carnet build »"],
    ["constructor", "commande inconnue"],
    ["build --outpt x", "carnet build n’a pas d’option --outpt. Vouliez-vous écrire --output ?"],
    ["build --site", "attend une valeur"],
    ["build --site --quiet", "attend une valeur"],
    ["build --strict=oui", "ne prend pas de valeur"],
    ["list --format gitlab", "text, json"],
    ["check --lang de", "fr ou en"],
    ["check --now 2026-02-30", "une date qui existe"],
    ["check --url blog.example.org", "une adresse complète"],
    ["check --base-path /été/", "un chemin"],
    ["dev --port 70000", "un nombre entier"],
    ["check nulle-part", "argument inattendu"],
    ["check blog", "--site DOSSIER"],
    ["check --site rien", "il n’y a pas de dossier"],
  ])("of `carnet %s` says: %s", (line, words) => {
    expect(refusal(line)).toContain(words);
  });

  it("of each option that does nothing for a command comes from the table", () => {
    for (const command of COMMANDS)
      for (const [name, { type }] of Object.entries(OPTIONS)) {
        const said = refusal(`${command.name} --${name}${type === "string" ? " x" : ""}`);
        const isTaken = optionsOf(command).some((one) => one === name);
        expect([command.name, name, said.includes("n’a pas d’option")]).toEqual([
          command.name,
          name,
          !isTaken,
        ]);
      }
  });
});

describe("options", () => {
  it("start from where the person typed, and may come before the command", () => {
    expect(options("--site blog build --output ici")).toMatchObject({
      ...{ site: join(root, "blog"), typedSite: "blog", output: join(root, "ici"), usualOutput: false },
      ...{ search: true, cache: true },
    });
  });

  it.each([
    ["build", "_site"],
    ["build --drafts", "_preview"],
    ["build --future", "_preview"],
    ["dev", "_preview"],
  ])("write the output of `carnet %s` to %s", (line, output) => {
    expect(options(`${line} --site blog`).output).toBe(join(root, "blog", output));
  });

  it.each([
    ["", false],
    ["false", false],
    ["true", true],
  ])("publish, and note addresses, with CI=%s: %s", (CI, publishes) => {
    expect(options("build", CI).publishes).toBe(publishes);
  });

  it("set the instant, or leave it to the clock", () => {
    expect(options("build").now()).toBe(NOW);
    expect(options("build --now 2026-03-02").now()).toEqual(new Date("2026-03-02"));
  });

  it.each([
    ["check --site mag", "fr_FR.UTF-8", { options: { lang: "en" } }],
    ["check --site mag --lang fr", "en_GB.UTF-8", { options: { lang: "fr" } }],
    ["check --site blog", "en_GB.UTF-8", { options: { lang: "fr" } }],
    ["check --nonsense", "en_GB.UTF-8", { lang: "en" }],
    ["init a", "en_GB.UTF-8", { options: { lang: "en" } }],
  ])("%s on a machine in %s speaks %j", (line, LANG, lang) => {
    expect(read(line, LANG)).toMatchObject(lang);
  });
});

// Debian 13 has Node 20.19.2: a package that wants a later one begins the first `npm ci` with a warning.
it("has packages that run on the version of Node that it asks for", () => {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
  const { engines } = json("package.json") as { engines: { node: string } };
  const needed = engines.node.replace(">=", "");
  expect(readFileSync(join(ROOT, "src/cli/start.ts"), "utf8")).toContain(`NEEDED = "${needed}"`);
  const { packages } = json("package-lock.json") as {
    packages: Record<string, { engines?: { node?: string } }>;
  };
  const refused = Object.entries(packages).filter(
    ([, { engines: wanted }]) => !satisfies(`${needed}.0`, wanted?.node ?? "*"),
  );
  expect(refused.map(([name]) => name)).toEqual([]);
});
