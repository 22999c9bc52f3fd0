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

export function machineWords(lang: UiLang): typeof fr {
  return { fr, en }[lang];
}

const placed = (path: string): string => (path === "" ? "" : ` (${path})`);

const fr = {
  /** What failed and what to do: two or three sentences. */
  failure({ kind, code, path, pid }: Failure): string {
    const where = placed(path);
    switch (kind) {
      case "disk-full":
        return `le disque est plein${where}. Rien n’a été publié. Libérez de la place, puis relancez la commande.`;
      case "permission":
        return `écriture ou lecture refusée${where} [${code}]. Rien n’a été publié. Donnez à votre compte le droit de lire vos sources et d’écrire dans le dossier du site, ou choisissez-en un autre avec --output.`;
      case "locked":
        return `une autre construction du même site est en cours${pid ? ` (processus ${String(pid)})` : ""}. Attendez qu’elle finisse ; si aucune n’est en cours, supprimez ${path} et relancez.`;
      case "conflict":
        return `${path} n’a pas été fait par Carnet et se trouve à la place d’une page ou d’un dossier du site. Déplacez-le ou renommez-le, puis relancez la commande.`;
      case "other":
        return `${OTHER.fr[code] ?? "le système a refusé une opération"}${where} [${code}]. Si le site était en cours de remplacement, la prochaine commande finira.`;
    }
  },
  /** The same for a command that publishes nothing, and writes the site’s own files. */
  unwritten({ kind, code, path }: Failure): string | undefined {
    if (kind === "disk-full")
      return `le disque est plein${placed(path)}. Libérez de la place, puis relancez la commande.`;
    if (kind !== "permission") return undefined;
    return `écriture ou lecture refusée${placed(path)} [${code}]. Donnez à votre compte le droit d’écrire dans ce dossier, ou choisissez-en un autre.`;
  },
  /** The same for a server that keeps running, and tries again at the next save. */
  unshown({ kind, path }: Failure): string | undefined {
    if (kind !== "disk-full") return undefined;
    return `le disque est plein${placed(path)}. La dernière version correcte reste affichée. Libérez de la place, puis enregistrez à nouveau.`;
  },
  /** Why a folder cannot be the output (exit status 2). */
  refusedOutput(refusal: Refusal, path: string): string {
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
    `ce que dit cette commande n’a pas pu être écrit là où vous l’envoyez [${code}]. Le reste est fait. Libérez de la place, ou relancez-la sans envoyer sa sortie dans un fichier.`,
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
    "du code de ce site (.eleventy.ts, _data ou ce qu’ils appellent) attend ce qui ne vient jamais : une promesse qui n’est ni tenue ni refusée. Rien n’a été publié.",
  unforeseen:
    "une erreur que rien n’attendait a arrêté le programme. Rien n’a été publié. Si elle vient de votre code (.eleventy.ts, _data ou ce qu’ils appellent), c’est là qu’il faut la traiter :",
};

const en: typeof fr = {
  failure({ kind, code, path, pid }) {
    const where = placed(path);
    switch (kind) {
      case "disk-full":
        return `the disk is full${where}. Nothing was published. Free some space, then run the command again.`;
      case "permission":
        return `reading or writing was refused${where} [${code}]. Nothing was published. Give your account permission to read your sources and to write in the folder of the site, or choose another one with --output.`;
      case "locked":
        return `another build of the same site is running${pid ? ` (process ${String(pid)})` : ""}. Wait until it ends; if none is running, delete ${path} and run the command again.`;
      case "conflict":
        return `${path} was not made by Carnet, and is where the site needs a page or a folder. Move or rename it, then run the command again.`;
      case "other":
        return `${OTHER.en[code] ?? "the system refused an operation"}${where} [${code}]. If the site was being replaced, the next command will finish.`;
    }
  },
  unwritten({ kind, code, path }) {
    if (kind === "disk-full")
      return `the disk is full${placed(path)}. Free some space, then run the command again.`;
    if (kind !== "permission") return undefined;
    return `reading or writing was refused${placed(path)} [${code}]. Give your account permission to write in that folder, or choose another one.`;
  },
  unshown({ kind, path }) {
    if (kind !== "disk-full") return undefined;
    return `the disk is full${placed(path)}. The last good version stays displayed. Free some space, then save again.`;
  },
  refusedOutput(refusal, path) {
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
    `the output of this command could not be written where you send it [${code}]. The rest is done. Free some space, or run it again without sending its output to a file.`,
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
    "code of this site (.eleventy.ts, _data or what they call) waits for something that never comes: a promise that is neither resolved nor rejected. Nothing was published.",
  unforeseen:
    "an unhandled error stopped the program. Nothing was published. If it comes from your code (.eleventy.ts, _data or what they call), that is where to handle it:",
};

const OTHER: Record<UiLang, Record<string, string>> = {
  fr: {
    EMFILE: "trop de fichiers ouverts à la fois : ce compte doit pouvoir en ouvrir davantage (ulimit -n 256)",
    ENOTDIR: "un fichier se trouve là où il faut un dossier",
    ENOENT: "un fichier ou un dossier a disparu pendant la construction",
    ESTALE: "un dossier partagé a changé ou n’est plus là ; reconnectez-le et relancez la commande",
    EESBUILD:
      "le programme qui compile .eleventy.ts (esbuild) n’est pas installé pour cette machine ; supprimez node_modules, puis lancez npm ci, sans --omit=optional",
    ESHARP:
      "le programme qui prépare les images (sharp) n’est pas installé pour cette machine ; supprimez node_modules, puis lancez npm ci, sans --omit=optional",
    ESEARCH:
      "le programme qui construit l’index de recherche (Pagefind) n’a pas pu travailler ; lancez npm install, ou construisez avec --no-search",
  },
  en: {
    EMFILE: "too many files open at once: this account must be allowed to open more (ulimit -n 256)",
    ENOTDIR: "there is a file where a folder is needed",
    ENOENT: "a file or folder vanished during the build",
    ESTALE: "a shared folder has changed or is no longer there; reconnect it and run the command again",
    EESBUILD:
      "the program that compiles .eleventy.ts (esbuild) is not installed for this machine; delete node_modules, then run npm ci, without --omit=optional",
    ESHARP:
      "the program that prepares pictures (sharp) is not installed for this machine; delete node_modules, then run npm ci, without --omit=optional",
    ESEARCH:
      "the program that builds the search index (Pagefind) could not run; run npm install, or build with --no-search",
  },
};
