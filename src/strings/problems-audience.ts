// Messages about `audience` in site.yaml: the address of the Matomo that receives page views.
import { uiLang } from "../ui-lang.ts";
import { message } from "./message.ts";

export type AddressFault = "http" | "credentials" | "query";

/** The address itself is not quoted: a secret in it would be copied into CI logs. */
const FAULTS: Record<AddressFault, [fr: string, en: string]> = {
  http: [
    "commence par http: ; ce que les lecteurs envoient s’y lirait en chemin. Il faut https:",
    "begins with http:; what readers send could be read on its way. It must begin with https:",
  ],
  credentials: [
    "contient un nom ou un mot de passe, que toutes les pages montreraient. Il faut l’adresse seule :",
    "contains a name or a password, which every page would show. The address alone is needed:",
  ],
  query: [
    "contient un « ? » ou un « # ». Il faut l’adresse de Matomo seule ; le numéro du site s’écrit à part, dans siteId :",
    "contains a “?” or a “#”. The address of Matomo alone is needed; the site’s number goes apart, in siteId:",
  ],
};

export interface Denied {
  part: "text" | "description";
  /** Address of the page that says what is counted. */
  url: string;
  consent: "exempt" | "ask";
  /** Language of the page, and so of the line to paste. */
  lang: string;
}

/** What a page may say instead of the template's words. */
function truth({ part, url, consent, lang }: Denied): string {
  const ask = consent === "ask";
  if (uiLang(lang) === "fr")
    return part === "description"
      ? 'description: "Ni cookie, ni programme d’un autre site, et une mesure d’audience que vous pouvez refuser : ce que ce site sait de vous, et vos droits."'
      : `Ce site ne dépose aucun cookie et n’exécute aucun programme d’un autre site. ${ask ? "Si vous l’acceptez, il" : "Il"} mesure son audience : [ce qui est compté, et comment le refuser](${url}).`;
  return part === "description"
    ? 'description: "No cookie, no program of another site, and an audience measurement that you can refuse: what this site knows of you, and your rights."'
    : `This site sets no cookie and runs no program of another site. ${ask ? "If you accept, it" : "It"} measures its audience: [what is counted, and how to refuse it](${url}).`;
}

export interface Unsure {
  key: string;
  /** The key that was meant, or empty. */
  meant: string;
  /** True if that key exists already. */
  taken: boolean;
  allowed: readonly string[];
  /** The line to paste, or empty. */
  fix: string;
}

export const audienceMessages = {
  "audience/address": message<{ fault: AddressFault; fix: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => `L’adresse de votre Matomo (audience.matomo) ${FAULTS[p.fault][0]}`,
    en: (p) => `The address of your Matomo (audience.matomo) ${FAULTS[p.fault][1]}`,
    hint: (p) => p.fix,
  }),
  "audience/unsure": message<Unsure>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `La clé « ${p.key} » n’est pas connue sous « audience »${p.meant === "" ? ` (clés possibles : ${p.allowed.join(", ")})` : ` ; vous vouliez sans doute écrire « ${p.meant} »${p.taken ? ", qui l’est déjà" : ""}`}. Tant qu’elle est là, rien n’est mesuré : si elle devait demander l’accord des lecteurs, ils seraient comptés sans l’avoir donné.`,
      p.fix === "" ? `Supprimez la ligne « ${p.key} ».` : p.fix,
    ],
    en: (p) => [
      `The key “${p.key}” is not known under “audience”${p.meant === "" ? ` (possible keys: ${p.allowed.join(", ")})` : `; you probably meant “${p.meant}”${p.taken ? ", which is written already" : ""}`}. As long as it is there, nothing is measured: were it meant to ask for the readers’ consent, they would be counted without having given it.`,
      p.fix === "" ? `Delete the line “${p.key}”.` : p.fix,
    ],
  }),
  "audience/denied": message<Denied>({
    severity: "warn",
    fr: (p) =>
      `Cette page dit que le site ne mesure pas son audience, mais « audience » est dans content/site.yaml. ${p.part === "text" ? "Écrivez plutôt ce paragraphe" : "Écrivez plutôt"} :`,
    en: (p) =>
      `This page says that the site does not measure its audience, but “audience” is in content/site.yaml. ${p.part === "text" ? "Write this paragraph instead" : "Write instead"}:`,
    hint: (p) => truth(p),
  }),
  "audience/no-url": message({
    severity: "note",
    fr: () =>
      "Une page ne compte ses visites qu’à l’adresse publique du site. Sans url, ni --url à la construction, rien n’est mesuré.",
    en: () =>
      "A page counts its visits only at the site’s public address. Without url, or --url for the build, nothing is measured.",
    hint: () => "url: https://blog.example.org",
  }),
};
