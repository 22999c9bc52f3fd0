// Messages of the command line for system failures (disk, permissions, another run), and for the repair of a killed run.
// Each says what happened, that the published site is safe, and what to do.
import type { UiLang } from "../ui-lang.ts";

interface Failure {
  kind: "disk-full" | "permission" | "locked" | "conflict" | "other";
  code: string;
  path: string;
  pid?: number | undefined;
}

/** What a command does: publish a site, write the first files of one, or show it and try again at the next save. */
export type Doing = "publishes" | "starts" | "serves";

type Refusal = "disk-root" | "site-root" | "holds-site" | "in-sources" | "other-site" | "not-a-folder";

/** The programs of other packages that Carnet runs, by the code of their failure. */
const PROGRAMS: Readonly<Record<string, string>> = {
  ESHARP: "sharp",
  ESEARCH: "Pagefind",
};

const at = (path: string): string => (path === "" ? "" : ` (${path})`);

const fr = {
  /** What failed and what to do. */
  failure: ({ kind, code, path, pid }: Failure, doing: Doing): string => {
    const state = doing === "publishes" ? " Rien n’a été publié." : "";
    if (kind === "disk-full") {
      const next = doing === "serves" ? "La dernière version correcte reste affichée. " : "";
      const again = doing === "serves" ? "enregistrez à nouveau" : "relancez la commande";
      return `le disque est plein${at(path)}.${state} ${next}Libérez de la place, puis ${again}.`;
    }
    if (kind === "permission") {
      const other = doing === "starts" ? "choisissez un autre dossier" : "écrivez ailleurs avec --output";
      return `lecture ou écriture refusée${at(path)} [${code}].${state} Donnez-en le droit à votre compte, ou ${other}.`;
    }
    if (kind === "locked")
      return `une autre construction du même site est en cours${pid ? ` (processus ${String(pid)})` : ""}. Attendez qu’elle finisse ; si aucune n’est en cours, supprimez ${path} et relancez.`;
    if (kind === "conflict")
      return `${path} n’a pas été fait par Carnet et se trouve à la place d’une page ou d’un fichier du site. Déplacez-le ou renommez-le, puis relancez la commande.`;
    const program = PROGRAMS[code];
    if (code === "EESBUILD")
      return `esbuild, qui compile .eleventy.ts, n’est pas installé, ou pas pour cette machine [${code}].${state} Lancez npm install esbuild.`;
    if (program !== undefined)
      return `un programme n’a pas pu travailler : ${program} [${code}].${state} Supprimez node_modules, puis lancez npm ci, sans --omit=optional.`;
    return `le système a refusé une opération${at(path)} [${code}]. Si le site était en cours de remplacement, la prochaine commande finira.`;
  },
  /** Why a folder cannot be the output (exit status 2). */
  refusedOutput: (refusal: Refusal, path: string): string => {
    const why: Record<Refusal, string> = {
      "disk-root": "c’est la racine du disque",
      "site-root": "c’est le dossier du site lui-même, avec vos articles",
      "holds-site": "ce dossier contient celui du site, avec vos articles",
      "in-sources": "ce dossier fait partie des sources du site",
      "other-site": "ce dossier contient les sources d’un autre site (content/site.yaml)",
      "not-a-folder": "ce n’est pas un dossier",
    };
    return `impossible d’écrire le site dans ${path} : ${why[refusal]}. Choisissez un dossier à part, par exemple --output _site.`;
  },
  outputLost: (code: string) =>
    `ce que dit cette commande n’a pas pu être écrit là où vous l’envoyez [${code}]. Le reste est fait.`,
  waiting: (pid: number) =>
    `Une autre construction est en cours${pid ? ` (processus ${String(pid)})` : ""} : Carnet attend qu’elle finisse…`,
  recovered: {
    old: "Une construction précédente avait été interrompue : ses restes sont effacés, ce qui était en place n’a pas changé.",
    new: "Une construction précédente avait été interrompue pendant le remplacement du site : il est maintenant terminé.",
  },
  leftover: (path: string) =>
    `Le site est publié, mais l’ancien n’a pas pu être effacé entièrement : ${path}. Vérifiez les droits de ce dossier ; la prochaine construction réessaiera.`,
  stopped: "arrêté avant la fin. Rien n’a été publié, et ce qui était en place n’a pas changé.",
  ended:
    "du code de ce site (.eleventy.ts, _data ou ce qu’ils appellent) a terminé le programme avant la fin : process.exit. Rien n’a été publié. Retirez cet appel ; pour refuser de construire, levez une erreur (throw).",
  stuck:
    "du code de ce site (.eleventy.ts, _data ou ce qu’ils appellent) attend une promesse qui ne vient jamais. Rien n’a été publié.",
  unforeseen:
    "une erreur inattendue a arrêté le programme. Rien n’a été publié. Si elle vient de votre code (.eleventy.ts, _data ou ce qu’ils appellent), c’est là qu’il faut la traiter :",
};

const en: typeof fr = {
  failure: ({ kind, code, path, pid }, doing) => {
    const state = doing === "publishes" ? " Nothing was published." : "";
    if (kind === "disk-full") {
      const next = doing === "serves" ? "The last good version stays displayed. " : "";
      const again = doing === "serves" ? "save again" : "run the command again";
      return `the disk is full${at(path)}.${state} ${next}Free some space, then ${again}.`;
    }
    if (kind === "permission") {
      const other = doing === "starts" ? "choose another folder" : "write elsewhere with --output";
      return `reading or writing was refused${at(path)} [${code}].${state} Give your account permission, or ${other}.`;
    }
    if (kind === "locked")
      return `another build of the same site is running${pid ? ` (process ${String(pid)})` : ""}. Wait until it ends; if none is running, delete ${path} and run the command again.`;
    if (kind === "conflict")
      return `${path} was not made by Carnet, and is where the site needs a page or a folder. Move or rename it, then run the command again.`;
    const program = PROGRAMS[code];
    if (code === "EESBUILD")
      return `esbuild, which compiles .eleventy.ts, is not installed, or not for this machine [${code}].${state} Run npm install esbuild.`;
    if (program !== undefined)
      return `a program could not run: ${program} [${code}].${state} Delete node_modules, then run npm ci, without --omit=optional.`;
    return `the system refused an operation${at(path)} [${code}]. If the site was being replaced, the next command will finish.`;
  },
  refusedOutput: (refusal, path) => {
    const why: Record<Refusal, string> = {
      "disk-root": "it is the root of the disk",
      "site-root": "it is the site’s own folder, with your posts",
      "holds-site": "that folder contains the site’s, with your posts",
      "in-sources": "that folder is part of the site’s sources",
      "other-site": "that folder contains the sources of another site (content/site.yaml)",
      "not-a-folder": "it is not a folder",
    };
    return `cannot write the site to ${path}: ${why[refusal]}. Choose a separate folder, for example --output _site.`;
  },
  outputLost: (code) =>
    `the output of this command could not be written where you send it [${code}]. The rest is done.`,
  waiting: (pid) =>
    `Another build is running${pid ? ` (process ${String(pid)})` : ""}: Carnet waits until it ends…`,
  recovered: {
    old: "An earlier build had been interrupted: what it left is removed, and what was in place has not changed.",
    new: "An earlier build had been interrupted while the site was being replaced: the replacement is now finished.",
  },
  leftover: (path) =>
    `The site is published, but the old one could not be removed completely: ${path}. Check the permissions of that folder; the next build will try again.`,
  stopped: "stopped before the end. Nothing was published, and what was in place has not changed.",
  ended:
    "code of this site (.eleventy.ts, _data or what they call) ended the program before its end: process.exit. Nothing was published. Remove that call; to refuse to build, throw an error.",
  stuck:
    "code of this site (.eleventy.ts, _data or what they call) waits for a promise that is never settled. Nothing was published.",
  unforeseen:
    "an unexpected error stopped the program. Nothing was published. If it comes from your code (.eleventy.ts, _data or what they call), that is where to handle it:",
};

export function machineWords(lang: UiLang): typeof fr {
  return { fr, en }[lang];
}
