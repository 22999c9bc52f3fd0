// A prepared site → its output: what stands there already and would be made of the same stays, the rest is rendered, looked
// at, and put in place. It is given what renders and what judges.
import type { Problem } from "../problems.ts";
import { codeVersion } from "./code-version.ts";
import { stampOf, writeCopies } from "./copies.ts";
import { createFingerprints, type Fingerprints } from "./fingerprints.ts";
import { outputMemory, type Remembered } from "./output-memory.ts";
import type { StoreOptions } from "./picture-store.ts";
import type { Prepared } from "./prepare.ts";
import { places } from "./places.ts";
import { publish, type Published, type Wait } from "./publish.ts";
import { indexName, renderSearched } from "./search.ts";
import { packageRoot } from "../package-root.ts";
import type { Page } from "../pages/types.ts";
import { verifySite, type Looked } from "./verify.ts";

/** What the owner's own configuration may do to pages. */
export interface OwnerEffect {
  /** Changes when the configuration does. */
  digest: string;
  /** True where it only adds what works on the values of one page: filters and shortcodes. */
  isLocal: boolean;
}

export interface PutOptions {
  prepared: Prepared;
  /** Absolute path of the output. */
  output: string;
  /** Folder of Carnet's own layouts. */
  builtin: string;
  owner?: OwnerEffect | undefined;
  cache: StoreOptions;
  /** Writes these pages into a folder. */
  render: (pages: readonly Page[], folder: string) => Promise<void>;
  /** Told what the pages are found to have; false keeps the old site. Without it, nothing is looked at. */
  judge?: Judging;
  onPictures?: (done: number, total: number) => void;
  onIndex?: (done: number, total: number) => void;
  wait?: Wait;
}

export interface Judging {
  /** Path of the output as problems name it. */
  shownAs: string;
  /** All that was found in the sources. */
  told: readonly Problem[];
  accept(found: readonly Problem[]): boolean;
}

export interface Put extends Published {
  /** HTML pages that were rendered. */
  rendered: number;
}

/** Throws as `publish` does, and what `render` throws. */
export async function putSite(options: PutOptions): Promise<Put> {
  const { prepared, output, builtin, owner, cache, judge } = options;
  const version = codeVersion(packageRoot);
  const { root } = prepared.plan.content.site;
  const memory = outputMemory(root, places(output).output, version, cache);
  const names = createFingerprints({ prepared, builtin, version, owner: owner?.digest ?? "" });
  const made = madeOf(prepared, names);
  let kept: ReadonlySet<string> = new Set();
  let looked: Looked = { problems: [], anchors: {} };
  let before: Remembered | undefined;
  let rendered = 0;
  const published = await publish({
    output,
    async render(folder) {
      before = owner?.isLocal === false ? undefined : memory.recall();
      kept = before ? standing(made, before) : kept;
      const pages = prepared.plan.pages.filter(({ output }) => !kept.has(output));
      rendered = pages.filter((page) => page.output.endsWith(".html")).length;
      const index = indexName(prepared.plan, names);
      const isIndexed = before !== undefined && index !== undefined && stands(index, before);
      if (isIndexed)
        kept = new Set([
          ...kept,
          ...[...(before?.files ?? [])].flatMap(([file, name]) => (name === index ? file : [])),
        ]);
      const write = (): Promise<void> => writeSite(options, { folder, pages, kept });
      if (isIndexed || index === undefined) await write();
      else
        for (const file of await renderSearched(prepared, {
          output: folder,
          render: write,
          onProgress: options.onIndex,
        }))
          made.set(file, index);
      return [...kept];
    },
    ...(judge && {
      verify: (folder: string) => {
        const { shownAs, told } = judge;
        const verified = verifySite(folder, {
          plan: prepared.plan,
          told,
          shownAs,
          kept,
          output,
          before: before?.looked,
        });
        looked = verified.looked;
        return Promise.resolve(judge.accept(verified.problems));
      },
    }),
    settled: () => {
      memory.keep(made, looked);
    },
    ...(options.wait && { wait: options.wait }),
  });
  return { ...published, rendered };
}

interface Staging {
  /** An empty folder. */
  folder: string;
  pages: readonly Page[];
  kept: ReadonlySet<string>;
}

/** Picture files are made beside the pages; how far they are is said when only they are awaited. */
async function writeSite(
  { prepared, render, onPictures }: PutOptions,
  { folder, pages, kept }: Staging,
): Promise<void> {
  const control = new AbortController();
  let tell: PutOptions["onPictures"];
  const pictures = prepared.pictures.publish(folder, {
    signal: control.signal,
    without: kept,
    onProgress: (done, total) => tell?.(done, total),
  });
  const settled = pictures.catch(() => undefined);
  try {
    await writeCopies(
      prepared.copies.filter(({ to }) => !kept.has(to)),
      folder,
    );
    if (pages.length > 0) await render(pages, folder);
    tell = onPictures;
    await pictures;
  } finally {
    // Begins no further one, and waits for those under way: the folder may then be removed.
    control.abort();
    await settled;
  }
}

/** The files of a site, but for the index of its search, with what each is made of. */
function madeOf({ plan, copies, pictures }: Prepared, names: Fingerprints): Map<string, string> {
  return new Map([
    ...plan.pages.map((page): [string, string] => [page.output, names.page(page)]),
    ...copies.map((copy): [string, string] => [copy.to, stampOf(copy)]),
    ...pictures.files.map(({ to, name }): [string, string] => [to, name]),
  ]);
}

/** Files that stand in the output, and would be made of the same. */
function standing(made: ReadonlyMap<string, string>, { files }: Remembered): Set<string> {
  return new Set([...made].flatMap(([file, name]) => (files.get(file) === name ? file : [])));
}

/** True where all files that were made of it stand. */
function stands(name: string, { files, lost }: Remembered): boolean {
  return !lost.has(name) && [...files.values()].includes(name);
}
