// Comments in the `_nginx.conf` that a build writes, for the server's operator.
import type { UiLang } from "../ui-lang.ts";

export interface NginxWords {
  head: readonly string[];
  hidden: string;
}

export function nginxWords(lang: UiLang): NginxWords {
  return {
    fr: {
      head: [
        "Réglages de ce site pour nginx, écrits par Carnet à chaque construction : ne les modifiez pas ici.",
        "Dans le bloc « server » : root …; include …/_nginx.conf; puis, après chaque construction, nginx -s reload.",
      ],
      hidden:
        "Notes de Carnet, .git, réglages d’hébergeurs : ne se lisent pas. .well-known sert aux certificats.",
    },
    en: {
      head: [
        "Settings of this site for nginx, written by Carnet at each build: do not change them here.",
        "In the “server” block: root …; include …/_nginx.conf; then, after each build, nginx -s reload.",
      ],
      hidden: "Carnet’s notes, .git, settings of hosts: not to be read. .well-known is for certificates.",
    },
  }[lang];
}
