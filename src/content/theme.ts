// The theme that `site.yaml` names → its folder, and what its `theme.yaml` says: a folder of layouts like a site's own, which Carnet
// brings (`dsfr`), which the site has (`./mine`), or which is an installed package.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import * as z from "zod";
import { isFile, layoutNames, packageRoot, readText } from "../files.ts";
import { nearest } from "../nearest.ts";
import { colour, fieldSchema, policySchema } from "../site/schema.ts";
import { valueSchema } from "./entry.ts";
import { asText, checked } from "./schema-problems.ts";
import type { SettingsFile } from "./settings.ts";
import { inEach } from "../ui-lang.ts";
import { isMap, loadYaml, parseYaml, placesIn, type KeyPath, type YamlMap } from "./yaml.ts";

const words = z.string().trim().min(1);

const themeSchema = z.strictObject({
  name: words,
  /** What sites may write under `theme: { settings: … }`. */
  settings: z.record(z.string(), fieldSchema).default({}),
  /** The only accents of the theme, by the names that sites write: on light and on dark pages. */
  accents: z.record(z.string(), z.tuple([colour, colour])).default({}),
  /** Packages that the site installs, and to whom they are open. */
  needs: z
    .array(
      z.strictObject({
        package: words,
        version: words,
        note: z.strictObject({ fr: words, en: words }).optional(),
      }),
    )
    .default([]),
  policy: policySchema,
});

export interface Theme extends z.output<typeof themeSchema> {
  /** Absolute path. */
  folder: string;
  /** Its layouts, without extension. */
  layouts: readonly string[];
  /** Folders of the packages that it needs, by their names. */
  packages: Readonly<Record<string, string>>;
}

/** The folder of the themes that Carnet brings, and their names. */
const BROUGHT = join(packageRoot, "themes");
export const broughtThemes = (): string[] => (existsSync(BROUGHT) ? readdirSync(BROUGHT).sort() : []);

/** What a site needs installed for a theme that Carnet brings. */
export function needsOf(name: string): Theme["needs"] {
  const data = loadYaml(readText(join(BROUGHT, name, "theme.yaml")) ?? "");
  return themeSchema.parse(data).needs;
}

/** Files and folders of a theme, and of the packages that it needs, that change when these do: relative to the site root. */
export function traceOf({ folder, packages }: Theme, root: string): string[] {
  const inside = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  const versions = Object.values(packages).map((path) => join(path, "package.json"));
  return [folder, ...inside, ...versions].map((path) => relative(root, path)).sort();
}

/** Reports a theme that is not there, or lacks something. `root` is the absolute path of the site root. */
export function readTheme(root: string, loaded: SettingsFile): Theme | undefined {
  const { theme: written } = loaded.data;
  const name = isMap(written) ? written["name"] : written;
  if (typeof name !== "string" || name === "") return undefined;
  const path = isMap(written) ? ["theme", "name"] : ["theme"];
  const folder = folderOf(name, root);
  const text = folder && readText(join(folder, "theme.yaml"));
  if (folder === undefined || text === undefined) {
    const known = broughtThemes();
    const meant = nearest(name, known);
    const command = name.startsWith(".") ? `${name}/theme.yaml` : `npm install ${name}`;
    loaded.report("theme/missing", path, { name, known }, { fix: meant ? `theme: ${meant}` : command });
    return undefined;
  }
  const file = `${name}/theme.yaml`.replace(/^\.\//, "");
  const parsed = parseYaml(file, text);
  if ("problem" in parsed) loaded.problems.push(parsed.problem);
  const { problems } = loaded;
  const read =
    "data" in parsed &&
    checked(themeSchema, { data: parsed.data, placeOf: placesIn(file, () => text), problems });
  if (!read) return undefined;
  const packages: Record<string, string> = {};
  for (const { package: needed, version, note } of read.needs) {
    const found = packageFolder(needed, root);
    if (found !== undefined) packages[needed] = found;
    else {
      const install = `npm install ${needed}@${version}`;
      const fix = inEach((lang) => install + (note ? `  # ${note[lang]}` : ""));
      loaded.report("theme/needs", path, { name, needed }, { fix });
    }
  }
  return { ...read, folder, packages, layouts: layoutNames(folder) };
}

function folderOf(name: string, root: string): string | undefined {
  if (/^\.{1,2}\//.test(name)) return resolve(root, name);
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return undefined;
  return isFile(join(BROUGHT, name, "theme.yaml")) ? join(BROUGHT, name) : packageFolder(name, root);
}

/** As Node.js finds a package: in `node_modules` of the site, or of a folder around it. */
function packageFolder(name: string, root: string): string | undefined {
  const folder = join(root, "node_modules", name);
  if (existsSync(folder)) return folder;
  return dirname(root) === root ? undefined : packageFolder(name, dirname(root));
}

/** Settings with the colours of an accent that the theme has a name for. One that it does not have is reported. */
export function withAccent({ accents }: Theme, loaded: SettingsFile): YamlMap {
  const { theme } = loaded.data;
  const allowed = Object.keys(accents);
  if (!isMap(theme) || theme["accent"] === undefined || allowed.length === 0) return loaded.data;
  const { accent: written, accentDark: _, ...others } = theme;
  const found = asText(written) ?? "";
  const [accent, accentDark] = allowed.includes(found) ? (accents[found] ?? []) : [];
  if (accent !== undefined) return { ...loaded.data, theme: { ...others, accent, accentDark } };
  const fix = `accent: ${nearest(found, allowed) ?? allowed[0] ?? ""}`;
  loaded.report("value/option", ["theme", "accent"], { path: "theme.accent", found, allowed }, { fix });
  return { ...loaded.data, theme: others };
}

/** The settings of a theme that a site wrote, as far as the theme has them. */
export function readThemeSettings(theme: Theme, written: YamlMap, loaded: SettingsFile): YamlMap {
  const fields = Object.entries(theme.settings).map(([name, field]) => [name, valueSchema(field)]);
  const schema = z.strictObject(Object.fromEntries(fields) as Record<string, z.ZodType>);
  const { placeOf, problems } = loaded;
  const below = (path: KeyPath, part?: "key" | "value") => placeOf(["theme", "settings", ...path], part);
  return checked(schema, { data: written, placeOf: below, problems }) ?? {};
}
