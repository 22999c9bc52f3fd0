// Messages about players: raw frames, addresses of videos, the `::video` directive, and films without captions.
// Each gives the line for the player that an editor meant.
import { code, message, toWrite } from "./message.ts";
import { ofName } from "./of-name.ts";

/** The directive, with a placeholder if there is no title. */
const directive = (title: string, braces: string): string => code(`::video[${title}]{${braces}}`);

export const embedMessages = {
  "unknown-frame/host": message<{ host: string; src: string; providers: readonly string[]; setting: string }>(
    {
      severity: "error",
      fr: (p) => [
        `Le cadre du site ${code(p.host)} n’est pas admis. Sont admis ceux ${p.providers.map(ofName).join(", ")} et des sites que ${code("content/site.yaml")} nomme.`,
        `Pour l’admettre, écrivez dans ${code("content/site.yaml")} : ${code(p.setting)} ; sinon, écrivez à sa place un lien : ${code(`[ce qu’on y trouve](${p.src})`)}`,
      ],
      en: (p) => [
        `The frame of ${code(p.host)} is not allowed: only those of ${p.providers.join(", ")} and the sites that ${code("content/site.yaml")} names are.`,
        `To allow it, write in ${code("content/site.yaml")}: ${code(p.setting)}; if not, write a link in its place: ${code(`[what is found there](${p.src})`)}`,
      ],
    },
  ),
  "unknown-frame/address": message<{ src: string }>({
    severity: "error",
    fr: (p) => [
      p.src === ""
        ? `Un cadre ${code("<iframe>")} n’a pas d’adresse.`
        : `L’adresse ${code(p.src)} ne peut pas être montrée dans un cadre.`,
      `Un cadre a une adresse complète : ${code('<iframe src="https://www.dailymotion.com/embed/video/…" title="…"></iframe>')}`,
    ],
    en: (p) => [
      p.src === ""
        ? `An ${code("<iframe>")} has no address.`
        : `The address ${code(p.src)} cannot be shown in a frame.`,
      `A frame has a complete address: ${code('<iframe src="https://www.dailymotion.com/embed/video/…" title="…"></iframe>')}`,
    ],
  }),
  "unknown-frame/video": message<{ src: string; title: string }>({
    severity: "error",
    fr: (p) => [
      `L’adresse ${code(p.src)} n’est pas celle d’une page de vidéo : le titre est affiché seul.`,
      `Écrivez ${directive(p.title === "" ? "Ce que montre la vidéo" : p.title, "url=https://www.dailymotion.com/video/…")}. Un fichier de ce site se montre avec ${code('<video src="/media/film.mp4" controls></video>')}.`,
    ],
    en: (p) => [
      `The address ${code(p.src)} is not that of a video’s page: the title is shown alone.`,
      `Write ${directive(p.title === "" ? "What the video shows" : p.title, "url=https://www.dailymotion.com/video/…")}. A file of this site is shown with ${code('<video src="/media/film.mp4" controls></video>')}.`,
    ],
  }),
  "unknown-frame/other": message<{ src: string; provider: string }>({
    severity: "error",
    fr: (p) => [
      `L’adresse ${code(p.src)} n’est pas celle d’une vidéo ${ofName(p.provider)} : elle ne peut pas être montrée dans un cadre.`,
      `Ouvrez la vidéo et copiez l’adresse de sa page ; pour renvoyer à une autre page, écrivez un lien : ${code(`[le nom de la page](${p.src})`)}`,
    ],
    en: (p) => [
      `The address ${code(p.src)} is not that of a ${p.provider} video: it cannot be shown in a frame.`,
      `Open the video and copy the address of its page; to lead to another page, write a link: ${code(`[the name of the page](${p.src})`)}`,
    ],
  }),
  "untitled-frame/iframe": message<{ provider: string; title: string }>({
    severity: "warn",
    fr: (p) => [
      `Le cadre (${p.provider}) n’a pas de titre qui dise ce qu’il montre : les lecteurs d’écran annonceront « ${p.title} ».`,
      `Ajoutez ${code('title="Ce qu’il montre"')} dans ${code("<iframe …>")}.`,
    ],
    en: (p) => [
      `The frame (${p.provider}) has no title that says what it shows: screen readers will announce “${p.title}”.`,
      `Add ${code('title="What it shows"')} in ${code("<iframe …>")}.`,
    ],
  }),
  "untitled-frame/video": message<{ provider: string; title: string; braces: string }>({
    severity: "warn",
    fr: (p) => [
      `La vidéo (${p.provider}) n’a pas de titre : les lecteurs d’écran annonceront « ${p.title} ».`,
      `Écrivez ${directive("Ce que montre la vidéo", p.braces)}`,
    ],
    en: (p) => [
      `The video (${p.provider}) has no title: screen readers will announce “${p.title}”.`,
      `Write ${directive("What the video shows", p.braces)}`,
    ],
  }),
  "video-directive/form": message<{ line: string }>({
    severity: "warn",
    fr: (p) => [
      `La ligne ${code(p.line)} est affichée telle quelle : il lui manque un crochet, une accolade ou un guillemet, ou elle dit autre chose après.`,
      `Seule sur sa ligne, une vidéo s’écrit ${code("::video[Ce que montre la vidéo]{url=https://www.dailymotion.com/video/…}")}`,
    ],
    en: (p) => [
      `The line ${code(p.line)} is shown as it is: a bracket, a brace or a quotation mark is missing, or something else follows.`,
      `Alone on its line, a video is written ${code("::video[What the video shows]{url=https://www.dailymotion.com/video/…}")}`,
    ],
  }),
  "video-directive/beginning": message<{ line: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `La ligne ${code(p.line)} est affichée telle quelle : elle ne commence pas par ${code("::video")}.`,
    en: (p) => `The line ${code(p.line)} is shown as it is: it does not begin with ${code("::video")}.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "video-directive/url": message<{ line: string; title: string; braces: string }>({
    severity: "warn",
    fr: (p) => [
      `La vidéo n’a pas d’adresse : ${code(p.line)} est affiché tel quel.`,
      `Écrivez ${directive(p.title === "" ? "Ce que montre la vidéo" : p.title, p.braces)}`,
    ],
    en: (p) => [
      `The video has no address: ${code(p.line)} is shown as it is.`,
      `Write ${directive(p.title === "" ? "What the video shows" : p.title, p.braces)}`,
    ],
  }),
  "video-directive/attribute": message<{ name: string; title: string; braces: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.name)} est inconnu dans une vidéo, et n’est pas pris en compte. Sont admis ${code("url")}, ${code("start")}, ${code("poster")} et ${code("transcript")}.`,
      `Écrivez ${directive(p.title, p.braces)}`,
    ],
    en: (p) => [
      `${code(p.name)} is unknown in a video, and is left out. Allowed are ${code("url")}, ${code("start")}, ${code("poster")} and ${code("transcript")}.`,
      `Write ${directive(p.title, p.braces)}`,
    ],
  }),
  "video-directive/start": message<{ start: string; title: string; braces: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(`start=${p.start}`)} n’est pas une durée : la vidéo commence au début. Une durée s’écrit en secondes, ou comme ${code("1m30s")}.`,
      `Écrivez ${directive(p.title, p.braces)}`,
    ],
    en: (p) => [
      `${code(`start=${p.start}`)} is not a duration: the video starts at its beginning. A duration is written in seconds, or like ${code("1m30s")}.`,
      `Write ${directive(p.title, p.braces)}`,
    ],
  }),
};
