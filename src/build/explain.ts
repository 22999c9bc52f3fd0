// Why a build made a page again, or did not: from the fingerprints, the texts and the files that the last build recorded.
import type { Plan } from "../pages/types.ts";
import type { Outputs } from "./outputs.ts";

/**
 * `unknown`: the site has no such page. `first`: nothing is known of an earlier build. `owner`: code that is not declared pure
 * makes all pages again. `lost`: its file was removed or changed. `all`: the settings, the layouts, the theme or Carnet itself.
 * `texts`: those that it shows. `data`: a list, a menu, a neighbour.
 */
export type Explanation =
  | { why: "unknown" | "first" | "owner" | "lost" | "same" | "all" | "data" }
  | { why: "texts"; files: readonly string[] };

interface Explained {
  plan: Plan;
  before: Outputs | undefined;
  /** True if the fingerprints of the last build hold. */
  isKnown: boolean;
  fingerprints: ReadonlyMap<string, string>;
  around: string;
  /** Source files of the texts that have changed since, as far as that is known. */
  changed: readonly string[];
  /** Paths of the pages that show a text, by its source file. */
  showing: Outputs["showing"];
}

/** `asked` is an address on the site, a path in the output, or the source file of a text. */
export function explainPage(
  asked: string,
  { plan, before, isKnown, fingerprints, around, changed, showing }: Explained,
): Explanation {
  const path = asked.replace(/^\.?\//, "");
  const page = plan.pages.find(
    ({ url, output, entry }) =>
      [url.slice(1), `${url.slice(1)}/`, output, entry?.file].includes(path) || url === `/${path}/`,
  );
  if (!page) return { why: "unknown" };
  if (!before) return { why: "first" };
  if (!isKnown) return { why: "owner" };
  const [known] = before.files.get(page.output) ?? [];
  if (known === undefined) return { why: "lost" };
  if (known === fingerprints.get(page.output)) return { why: "same" };
  if (before.around !== around) return { why: "all" };
  const files = changed.filter((file) => showing.get(file)?.includes(page.output));
  return files.length > 0 ? { why: "texts", files } : { why: "data" };
}
