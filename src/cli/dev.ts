// `carnet dev`: shows the site, and at each save either the new pages or what is wrong, over the last good ones.
import { publish } from "../build/publish.ts";
import { portIsFree, serve } from "../eleventy/serve.ts";
import { renderSite } from "../eleventy/render.ts";
import { watchSite } from "../eleventy/watch.ts";
import { cliWords } from "../strings/cli.ts";
import { describeLayoutError, describeMachineError, isMachineError, waitFor } from "./machine.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { overlayHtml } from "./overlay.ts";
import { openSession, printProblems } from "./session.ts";
import type { Terminal } from "./terminal.ts";

export async function dev(options: Options, terminal: Terminal): Promise<ExitStatus> {
  if (!(await portIsFree(options.port))) {
    terminal.err(`carnet : ${cliWords(options.lang ?? "fr").portInUse(options.port)}\n`);
    return 3;
  }
  let overlay = "";
  const first = await refresh(options, terminal);
  overlay = first.overlay;
  const words = cliWords(first.lang);
  const served = await serve({
    output: options.output,
    port: options.port,
    basePath: first.basePath,
    overlay: () => overlay,
  });
  terminal.out(`${words.serving(served.url)}\n`);

  const stop = await watchSite(options.site, async () => {
    // A failing disk must not end the watch: the next save may find room again.
    const next = await refresh(options, terminal).catch((error: unknown) => {
      terminal.err(`carnet : ${describeMachineError(error, first.lang)}\n`);
    });
    if (next) overlay = next.overlay;
    served.reload();
  });
  await stopSignal();
  await Promise.all([stop(), served.close()]);
  return 0;
}

interface Refreshed {
  overlay: string;
  lang: "fr" | "en";
  basePath: string;
}

/** Rebuilds what is shown. An error leaves the last good pages in place and becomes the overlay. */
async function refresh(options: Options, terminal: Terminal): Promise<Refreshed> {
  const started = performance.now();
  const session = await openSession(options, terminal);
  const { lang, prepared } = session;
  const words = cliWords(lang);
  const basePath = prepared?.plan.content.site.basePath ?? options.basePath ?? "/";
  printProblems(session, options, terminal);
  if (session.refused || !prepared) {
    terminal.err(`${words.kept}\n`);
    const errors = session.shown.filter(({ severity }) => severity === "error");
    return { overlay: overlayHtml(errors, words, lang), lang, basePath };
  }
  try {
    await publish({
      output: options.output,
      render: (output) => renderSite({ prepared, output, fresh: true }),
      wait: waitFor(lang, terminal),
    });
  } catch (error) {
    if (isMachineError(error)) throw error;
    const message = describeLayoutError(error);
    terminal.err(`carnet : ${words.layoutError}\n${message}\n`);
    const place = {
      file: "layouts/",
      line: 1,
      column: 1,
      code: "layout",
      severity: "error",
      message,
      hint: "",
    } as const;
    return { overlay: overlayHtml([place], words, lang), lang, basePath };
  }
  terminal.out(`${words.rebuilt(((performance.now() - started) / 1000).toFixed(2))}\n`);
  return { overlay: "", lang, basePath };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        resolve();
      });
  });
}
