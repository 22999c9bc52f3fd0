// A prepared site → the fingerprint of each of its files, and what is known of those already in the output.
import { createFingerprints, type Fingerprints } from "./fingerprints.ts";
import type { LastPut, Since } from "./last-put.ts";
import { readManifest } from "./output/manifest.ts";
import { outputMemory, type LooksThere, type Remembered } from "./kept/output-memory.ts";
import type { StoreOptions } from "./pictures/store.ts";
import type { Prepared } from "./prepare.ts";
import { madeOf } from "./site-job.ts";
import type { Looked } from "./pages/staying-pages.ts";

/** What the owner's own configuration may do to pages. */
export interface OwnerEffect {
  /** Changes when the configuration does. */
  digest: string;
  /** True if it only adds what works on the values of one page: filters and shortcodes. */
  isLocal: boolean;
}

export interface Naming {
  prepared: Prepared;
  /** Absolute path of the output. */
  output: string;
  /** Folder of Carnet's own layouts. */
  builtin: string;
  owner?: OwnerEffect | undefined;
  cache: StoreOptions;
  /** For a process that publishes its site repeatedly. */
  last?: LastPut | undefined;
  /** True if what is remembered of a save may be stored later, when the process ends. */
  isPreview: boolean;
}

export interface Named {
  names: Fingerprints;
  made: Map<string, string>;
  since: Since | undefined;
  recall: () => Remembered | undefined;
  /** Stores the new state once the new files are published. */
  settle: (looked: Looked | undefined) => void;
}

export function nameFiles({ prepared, output, owner, cache, builtin, last, isPreview }: Naming): Named {
  const { root } = prepared.plan.content.site;
  const memory = outputMemory({ root, output }, prepared.version, cache);
  const names = createFingerprints({ prepared, builtin, owner: owner?.digest ?? "" });
  const isLocal = owner?.isLocal !== false;
  let recalled: Remembered | undefined;
  const recall = (early?: LooksThere): Remembered | undefined =>
    isLocal ? (recalled ??= withLooked(memory.recall(early), output)) : undefined;
  const since = isLocal ? last?.since(prepared, output, names, recall) : undefined;
  const made =
    since?.made ?? last?.nameAll((note) => madeOf(prepared, names, note)) ?? madeOf(prepared, names);
  return {
    ...{ names, made, since, recall },
    settle(looked) {
      const standing = memory.look(made, since?.standing);
      last?.keep({ prepared, output, made, standing, around: names.around });
      const keep = (): void => {
        memory.keep(standing, looked);
      };
      if (since && isPreview) last?.saveLater(keep);
      else keep();
    },
  };
}

/**
 * Problems found in pages are valid only with the same other files. A build that was killed before it stored what it published,
 * or whose cache was deleted, leaves other files.
 */
function withLooked(before: Remembered | undefined, output: string): Remembered | undefined {
  if (!before) return undefined;
  const there = readManifest(output);
  const isSame = there.size === before.files.size && [...there].every((file) => before.files.has(file));
  return isSame ? before : { ...before, looked: undefined };
}
