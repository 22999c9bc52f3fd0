// Messages of the command line for system failures (disk, permissions, another run), and for the repair of a killed run.
// Each says what happened, that the published site is safe, and what to do.
import type { UiLang } from "../ui-lang.ts";

interface Failure {
  kind: "disk-full" | "permission" | "locked" | "conflict" | "other";
  code: string;
  path: string;
  pid?: number | undefined;
}

type Refusal = "disk-root" | "site-root" | "holds-site" | "in-sources" | "other-site" | "not-a-folder";

/** The programs of other packages that Carnet runs, by the code of their failure. */
const PROGRAMS: Readonly<Record<string, string>> = {
  ESHARP: "sharp",
  ESEARCH: "Pagefind",
};

const at = (path: string): string => (path === "" ? "" : ` (${path})`);

const fr = {
  /** What failed and what to do. */
  failure: ({ kind, code, path, pid }: Failure): string => {
    if (kind === "disk-full")
      return `le disque est plein${at(path)}. Rien n’a été publié. Libérez de la place, puis recommencez.`;
    if (kind === "permission")
      return `lecture ou écriture refusée${at(path)} [${code}]. Rien n’a été publié. Donnez-en le droit à votre compte, ou choisissez un autre dossier (--output).`;
    if (kind === "locked")
      return `une autre construction du même site est en cours${pid ? ` (processus ${String(pid)})` : ""}. Attendez qu’elle finisse ; si aucune n’est en cours, supprimez ${path} et relancez.`;
    if (kind === "conflict")
      return `${path} n’a pas été fait par Carnet et se trouve à la place d’une page ou d’un fichier du site. Déplacez-le ou renommez-le, puis relancez la commande.`;
    const program = PROGRAMS[code];
    if (code === "EESBUILD")
      return `esbuild, qui compile .eleventy.ts, n’est pas installé, ou pas pour cette machine [${code}]. Rien n’a été publié. Lancez npm install esbuild.`;
    if (program !== undefined)
      return `un programme n’a pas pu travailler : ${program} [${code}]. Rien n’a été publié. Supprimez node_modules, puis lancez npm ci, sans --omit=optional.`;
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
    "du code de ce site (.eleventy.ts, _data ou ce qu’ils appellent) a terminé le programme avant la fin (process.exit), ou attend une promesse qui ne vient jamais. Rien n’a été publié. Pour refuser de construire, levez une erreur (throw).",
  unforeseen:
    "une erreur inattendue a arrêté le programme. Rien n’a été publié. Si elle vient de votre code (.eleventy.ts, _data ou ce qu’ils appellent), c’est là qu’il faut la traiter :",
};

const en: typeof fr = {
  failure: ({ kind, code, path, pid }) => {
    if (kind === "disk-full")
      return `the disk is full${at(path)}. Nothing was published. Free some space, then try again.`;
    if (kind === "permission")
      return `reading or writing was refused${at(path)} [${code}]. Nothing was published. Give your account permission, or choose another folder (--output).`;
    if (kind === "locked")
      return `another build of the same site is running${pid ? ` (process ${String(pid)})` : ""}. Wait until it ends; if none is running, delete ${path} and run the command again.`;
    if (kind === "conflict")
      return `${path} was not made by Carnet, and is where the site needs a page or a folder. Move or rename it, then run the command again.`;
    const program = PROGRAMS[code];
    if (code === "EESBUILD")
      return `esbuild, which compiles .eleventy.ts, is not installed, or not for this machine [${code}]. Nothing was published. Run npm install esbuild.`;
    if (program !== undefined)
      return `a program could not run: ${program} [${code}]. Nothing was published. Delete node_modules, then run npm ci, without --omit=optional.`;
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
    "code of this site (.eleventy.ts, _data or what they call) ended the program before its end (process.exit), or waits for a promise that is never settled. Nothing was published. To refuse to build, throw an error.",
  unforeseen:
    "an unexpected error stopped the program. Nothing was published. If it comes from your code (.eleventy.ts, _data or what they call), that is where to handle it:",
};

export function machineWords(lang: UiLang): typeof fr {
  return { fr, en }[lang];
}
