// The grammars of code that Carnet offers: of Shiki's, those of languages that are in use; the others would weigh seven megabytes.
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const OFFERED = `
  apache bash bibtex c clojure cmake cpp csharp css csv dart diff docker dotenv elixir elm erlang fsharp git-commit go graphql
  groovy haskell hcl html http ini java javascript jinja json json5 jsonc julia kotlin latex less liquid lua make markdown
  matlab mermaid nginx nix ocaml pascal perl php powershell prolog properties proto python r regex rst ruby rust sas scala scss
  shellscript shellsession solidity sparql sql stata svelte swift systemd terraform tex toml tsx turtle twig typescript vb viml
  vue xml yaml zig`;

/** Copies them, those that they contain, and the other names of each (`py.mjs`), into `dist/languages/`. */
export function copyLanguages(root) {
  const from = join(root, "node_modules/@shikijs/langs/dist");
  const to = join(root, "dist/languages");
  const all = readdirSync(from).filter((name) => name.endsWith(".mjs") && name !== "index.mjs");
  const imports = new Map(
    all.map((name) => {
      const text = readFileSync(join(from, name), "utf8");
      return [name, Array.from(text.matchAll(/from\s*['"]\.\/([^'"]+)['"]/g), ([, file]) => file)];
    }),
  );
  const taken = new Set();
  const take = (name) => {
    if (taken.has(name)) return;
    taken.add(name);
    imports.get(name).forEach(take);
  };
  for (const name of OFFERED.trim().split(/\s+/)) take(`${name}.mjs`);
  const isName = (name) => readFileSync(join(from, name), "utf8").startsWith("/* Alias");
  for (const name of all) if (isName(name) && taken.has(imports.get(name)[0])) taken.add(name);
  mkdirSync(to);
  for (const name of taken) copyFileSync(join(from, name), join(to, name));
  copyFileSync(join(from, "../LICENSE"), join(to, "LICENSE"));
}
