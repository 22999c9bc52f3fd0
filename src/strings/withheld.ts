// Messages of `carnet dev` about texts that are not shown: a draft, a scheduled text, an expired one.
import type { UiLang } from "../ui-lang.ts";

type WhyWithheld = "draft" | "future" | "expired";

export interface WithheldWords {
  /** `moment` is when it will be published, if known. */
  one(file: string, why: WhyWithheld, moment: string | undefined): string;
  /** `files` are some of them. */
  several(count: number, files: readonly string[], options: readonly string[]): string;
}

const fr: WithheldWords = {
  one(file, why, moment) {
    switch (why) {
      case "future":
        return `${file} attend sa date${moment === undefined ? "" : ` (${moment})`} : il n’est pas montré. Pour le voir, relancez avec --future.`;
      case "draft":
        return `${file} est un brouillon : il n’est pas montré. Pour le voir, relancez avec --drafts.`;
      case "expired":
        return `${file} a expiré : il n’est plus montré. Pour le voir, relancez avec --drafts.`;
    }
  },
  several: (count, files, options) =>
    `${String(count)} textes ne sont pas montrés (brouillons, ou dates à venir ou passées) : ${files.join(", ")}${count > files.length ? "…" : ""}. Pour les voir, relancez avec ${options.join(" ")}.`,
};

const en: WithheldWords = {
  one(file, why, moment) {
    switch (why) {
      case "future":
        return `${file} waits for its date${moment === undefined ? "" : ` (${moment})`}: it is not shown. To see it, start again with --future.`;
      case "draft":
        return `${file} is a draft: it is not shown. To see it, start again with --drafts.`;
      case "expired":
        return `${file} has expired: it is no longer shown. To see it, start again with --drafts.`;
    }
  },
  several: (count, files, options) =>
    `${String(count)} texts are not shown (drafts, or dates to come or past): ${files.join(", ")}${count > files.length ? "…" : ""}. To see them, start again with ${options.join(" ")}.`,
};

export function withheldWords(lang: UiLang): WithheldWords {
  return { fr, en }[lang];
}
