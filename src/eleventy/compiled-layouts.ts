// Carnet's own layouts as JavaScript, made when Carnet itself is compiled: reading and compiling them takes a tenth of the time
// of a small build. A layout is used in that form only if its text is exactly the one that was compiled.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import nunjucks from "nunjucks";
import { digestOf } from "../build/machine/digest.ts";
import { packageRoot } from "../package-root.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { InlinedLayouts } from "./inlined-layouts.ts";
import { leanCode, type LeanRuntime } from "./lean-code.ts";
import { NUNJUCKS } from "./nunjucks-options.ts";
import { RememberedTag, withRememberedTags } from "./remembered-parts.ts";

export interface CompiledLayout {
  /** Digest of the text and its partials. */
  digest: string;
  /** Names of the filters it calls: one that the owner made asynchronous must be called another way. */
  filters: readonly string[];
  /** Nunjucks' compiled form of a text (`tmplProps`). */
  code: (lean: LeanRuntime) => object;
}

export type CompiledLayouts = Readonly<Record<string, CompiledLayout>>;

/** Written by `scripts/compile.mjs`. */
const FILE = "dist/eleventy/layouts.js";

/** Those of this Carnet; none if its sources run without having been compiled. */
export async function loadCompiledLayouts(): Promise<CompiledLayouts> {
  const path = join(packageRoot, FILE);
  if (!existsSync(path)) return {};
  const loaded = (await import(pathToFileURL(path).href)) as { layouts: CompiledLayouts };
  return loaded.layouts;
}

/** The text of that file. */
export function compileLayouts(): string {
  const { folder, names } = builtinLayouts();
  const loader = new InlinedLayouts(folder, join(folder, "none"));
  const env = new nunjucks.Environment(loader, NUNJUCKS).addExtension("remembered", new RememberedTag());
  const entries = names.map((name) => {
    const { src } = loader.getSource(`${name}.njk`);
    const options = { name: `${name}.njk`, env, wrapper: codeOf as unknown as Wrapper };
    const code = leanCode(nunjucks.precompileString(withRememberedTags(src), options));
    const filters = [...new Set([...code.matchAll(/getFilter\("(\w+)"\)/g)].map(([, filter]) => filter))];
    return `${JSON.stringify(`${name}.njk`)}: { digest: ${JSON.stringify(digestOf(src))}, filters: ${JSON.stringify(filters)}, code: (lean) => {\n${code}\n} },`;
  });
  return `export const layouts = {\n${entries.join("\n")}\n};\n`;
}

type Wrapper = NonNullable<nunjucks.PrecompileOptions["wrapper"]>;

/** Nunjucks passes a list, whatever its types say. */
function codeOf([one]: readonly { template: string }[]): string {
  if (!one) throw new Error("Nunjucks compiled no layout.");
  return one.template;
}
