// Messages about links to other hosts: those that only the author's machine can reach, and the replies of hosts to `carnet
// check --external`.
import { writeCorrected } from "./corrected-link.ts";
import { code, message } from "./message.ts";

/** How a text names a file beside it. */
const BESIDE = {
  link: {
    fr: (name: string) => `[ce qu’il contient](${name})`,
    en: (name: string) => `[what it contains](${name})`,
  },
  picture: {
    fr: (name: string) => `![ce que montre l’image](${name})`,
    en: (name: string) => `![what the picture shows](${name})`,
  },
  poster: { fr: (name: string) => `poster="${name}"`, en: (name: string) => `poster="${name}"` },
};

export interface Asked {
  /** Address as written. */
  href: string;
}

/** Why an address is considered dead. */
export type DeadReason =
  | { why: "status"; status: number }
  | {
      why: "no-host" | "certificate" | "refused" | "silent" | "private" | "bad-redirect" | "broken";
    };

/** Why the state of an address is unknown. */
export type UnsureReason =
  | { why: "busy" | "forbidden" | "unavailable"; status: number }
  | { why: "network" | "encryption" | "long" | "loop" | "skipped" };

/** The meaning of an HTTP status; for a rare one, that of its class. */
const STATUS = new Map<number, [fr: string, en: string]>([
  [400, ["la demande n’est pas comprise", "the request is not understood"]],
  [404, ["cette page n’existe pas", "there is no such page"]],
  [410, ["cette page a été retirée", "this page has been removed"]],
  [451, ["cette page est retirée pour des raisons légales", "this page is withheld for legal reasons"]],
  [500, ["le serveur est en panne", "the server has failed"]],
]);

function statusWords(status: number, lang: 0 | 1): string {
  const known = STATUS.get(status)?.[lang];
  const rest: [string, string] =
    status >= 500
      ? ["le serveur est en panne", "the server has failed"]
      : ["l’adresse est refusée", "the address is refused"];
  return lang === 0
    ? `le serveur répond ${String(status)}, ${known ?? rest[0]}`
    : `the server answers ${String(status)}, ${known ?? rest[1]}`;
}

const DEAD: Record<Exclude<DeadReason["why"], "status">, [fr: string, en: string]> = {
  "no-host": ["ce nom de site n’existe pas", "no site has this name"],
  certificate: [
    "le certificat de ce site n’est pas valable, et les navigateurs avertissent avant de l’ouvrir",
    "the site’s certificate is not valid, and browsers warn before they open it",
  ],
  refused: ["la machine refuse la connexion", "the machine refuses the connection"],
  silent: ["le site ne répond pas dans les dix secondes", "the site does not answer within ten seconds"],
  private: [
    "l’adresse mène à une machine que les lecteurs ne peuvent pas atteindre",
    "the address leads to a machine that readers cannot reach",
  ],
  "bad-redirect": [
    "l’adresse renvoie à une autre qui n’en est pas une",
    "the address redirects to something that is not an address",
  ],
  broken: ["le site ne répond pas comme un site web", "the site does not answer as a web site does"],
};

const UNSURE: Record<UnsureReason["why"], [fr: string, en: string]> = {
  busy: [
    "le site demande d’attendre avant de revenir",
    "the site asks visitors to wait before they come back",
  ],
  forbidden: ["le site refuse les vérifications automatiques", "the site refuses automatic checks"],
  unavailable: ["le site est momentanément indisponible", "the site is temporarily unavailable"],
  network: ["la connexion n’a pas abouti", "the connection failed"],
  encryption: [
    "la connexion chiffrée n’a pas pu s’établir, là où un navigateur y parvient parfois",
    "no encrypted connection could be made, although a browser sometimes succeeds",
  ],
  long: [
    "la réponse du site est trop longue pour cette vérification",
    "the site’s answer is too long for this check",
  ],
  loop: ["le site renvoie d’adresse en adresse sans aboutir", "the site redirects endlessly"],
  skipped: ["le site n’a pas répondu aux demandes précédentes", "the site did not answer earlier requests"],
};

const dead = (p: DeadReason, lang: 0 | 1): string =>
  p.why === "status" ? statusWords(p.status, lang) : DEAD[p.why][lang];

const unsure = (p: UnsureReason, lang: 0 | 1): string =>
  UNSURE[p.why][lang] + ("status" in p ? ` (${String(p.status)})` : "");

export const externalMessages = {
  "local-link": message<Asked & { host: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » ne fonctionne que sur votre machine ou votre réseau : les lecteurs ne peuvent pas atteindre ${p.host}.`,
      "Écrivez l’adresse publique de cette page, ou retirez le lien en gardant son texte.",
    ],
    en: (p) => [
      `The link “${p.href}” works on your machine or network only: readers cannot reach ${p.host}.`,
      "Write the public address of this page, or remove the link and keep its text.",
    ],
  }),
  "local-link/file": message<{ url: string; name: string; as: keyof typeof BESIDE; typed?: boolean }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.url)} est un fichier de votre ordinateur, que les lecteurs n’ont pas : ${p.typed === true ? "tout est affiché tel quel" : p.as === "link" ? "le lien est retiré, son texte est gardé" : "l’image n’est pas affichée"}.`,
      `Placez le fichier à côté de l’article, et écrivez ${code(BESIDE[p.as].fr(p.name))}`,
    ],
    en: (p) => [
      `${code(p.url)} is a file on your computer, which readers do not have: ${p.typed === true ? "all of it is shown as typed" : p.as === "link" ? "the link is removed, its text is kept" : "the picture is not shown"}.`,
      `Put the file beside the post, and write ${code(BESIDE[p.as].en(p.name))}`,
    ],
  }),
  "tracked-link/wrapped": message<{ text: string; suggestion: string }>({
    severity: "note",
    fr: () =>
      "Ce lien passe par un service de messagerie ou un réseau social, qui voit qui le suit ; son adresse contient parfois une adresse électronique.",
    en: () =>
      "This link goes through a mail service or a social network, which sees who follows it; its address sometimes contains an e-mail address.",
    hint: writeCorrected,
  }),
  "tracked-link/campaign": message<{ text: string; suggestion: string }>({
    severity: "note",
    fr: () =>
      "L’adresse de ce lien contient les marques d’une campagne (utm_…, fbclid…), qui suivent les lecteurs et faussent les chiffres de cette campagne.",
    en: () =>
      "The address of this link has the marks of a campaign (utm_…, fbclid…), which follow readers and distort the figures of that campaign.",
    hint: writeCorrected,
  }),
  "tracked-link/short": message<Asked & { host: string }>({
    severity: "note",
    fr: (p) => [
      `Le lien « ${p.href} » ne dit pas où il mène : ${p.host} voit qui le suit, et il ne marchera plus le jour où ce service s’arrêtera.`,
      "Ouvrez-le dans un navigateur, et écrivez l’adresse de la page où vous arrivez.",
    ],
    en: (p) => [
      `The link “${p.href}” does not say where it leads: ${p.host} sees who follows it, and it will stop working when that service does.`,
      "Open it in a browser, and write the address of the page where you arrive.",
    ],
  }),
  "secret-link": message<{ text: string; suggestion: string }>({
    severity: "error",
    fr: () =>
      "L’adresse de ce lien contient un nom, un mot de passe ou un jeton (ce qui précède « @ »), que tous les lecteurs verraient.",
    en: () =>
      "The address of this link contains a name, a password or a token (the part before “@”), which all readers would see.",
    hint: writeCorrected,
  }),
  "dead-link/external": message<Asked & { reason: DeadReason }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » ne mène plus nulle part : ${dead(p.reason, 0)}.`,
      "Ouvrez-le dans un navigateur ; si rien ne s’affiche, cherchez la nouvelle adresse de la page, ou retirez le lien en gardant son texte.",
    ],
    en: (p) => [
      `The link “${p.href}” no longer leads anywhere: ${dead(p.reason, 1)}.`,
      "Open it in a browser; if nothing shows, look for the page’s new address, or remove the link and keep its text.",
    ],
  }),
  "dead-link/player": message<Asked & { title: string; reason: DeadReason }>({
    severity: "warn",
    fr: (p) => [
      `Ce que montre le lecteur${p.title === "" ? "" : ` « ${p.title} »`} (${p.href}) n’est plus en ligne : ${dead(p.reason, 0)}.`,
      "Ouvrez cette adresse dans un navigateur ; si rien ne s’affiche, cherchez où la vidéo ou la page se trouve maintenant, ou mettez à la place une phrase qui dit ce qu’elle montrait.",
    ],
    en: (p) => [
      `What the player${p.title === "" ? "" : ` “${p.title}”`} (${p.href}) shows is no longer online: ${dead(p.reason, 1)}.`,
      "Open that address in a browser; if nothing shows, look for where the video or page is now, or put in its place a sentence that says what it showed.",
    ],
  }),
  "moved-link": message<Asked & { text: string; suggestion: string }>({
    severity: "note",
    fr: (p) => `La page du lien « ${p.href} » a changé d’adresse pour de bon.`,
    en: (p) => `The page of the link “${p.href}” has moved permanently.`,
    hint: writeCorrected,
  }),
  "unchecked-link": message<Asked & { reason: UnsureReason }>({
    severity: "note",
    fr: (p) => [
      `Le lien « ${p.href} » n’a pas pu être vérifié : ${unsure(p.reason, 0)}.`,
      "Ouvrez-le dans un navigateur pour vous en assurer.",
    ],
    en: (p) => [
      `The link “${p.href}” could not be checked: ${unsure(p.reason, 1)}.`,
      "Open it in a browser to make sure.",
    ],
  }),
};
