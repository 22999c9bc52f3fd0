// A licence as an owner or author writes it (`etalab-2.0`, "CC BY 4.0") → its name for readers and the address of its text.
// Identifiers are SPDX's (https://spdx.org/licenses/). An unknown name is shown as written.
import type { UiLang } from "./ui-lang.ts";

/** A licence as it is shown in one language. */
export interface License {
  label: string;
  /** Address of the licence's text, in that language if it exists. Absent for an unknown name. */
  url?: string;
}

interface Known {
  /** Matches its names, in lower case, letters and digits only. */
  names: RegExp;
  label: Record<UiLang, string>;
  url: Record<UiLang, string>;
}

const same = <T>(value: T): Record<UiLang, T> => ({ fr: value, en: value });
const gnu = (name: string, file: string): Known => ({
  names: new RegExp(`^(?:gnu)?${name.toLowerCase()}v?(?:30|3)(?:only|orlater)?$`),
  label: same(`GNU ${name} 3.0`),
  url: same(`https://www.gnu.org/licenses/${file}-3.0.html`),
});

const KNOWN: readonly Known[] = [
  {
    names:
      /^(?=.*2)(?=.*(?:etalab|ouverte|openlicen|lov))(?:etalab|licenceouverte|openlicen[cs]e|lo|version|v|20?)+$/,
    label: { fr: "Licence Ouverte 2.0", en: "Open Licence 2.0 (Etalab)" },
    url: {
      fr: "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
      en: "https://www.etalab.gouv.fr/wp-content/uploads/2018/11/open-licence.pdf",
    },
  },
  {
    names: /^cc(?:0|zero)(?:10)?(?:universal)?$/,
    label: same("CC0 1.0"),
    url: {
      fr: "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
      en: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
  },
  {
    names: /^(?:mit|expat)(?:licen[cs]e)?$/,
    label: { fr: "Licence MIT", en: "MIT License" },
    url: same("https://opensource.org/license/mit"),
  },
  {
    names: /^apache(?:licen[cs]e)?v?20?$/,
    label: same("Apache 2.0"),
    url: same("https://www.apache.org/licenses/LICENSE-2.0"),
  },
  {
    names: /^mpl20?$|^mozillapubliclicen[cs]e20$/,
    label: same("MPL 2.0"),
    url: same("https://www.mozilla.org/MPL/2.0/"),
  },
  {
    names: /^odbl(?:10?)?$/,
    label: same("ODbL 1.0"),
    url: same("https://opendatacommons.org/licenses/odbl/1-0/"),
  },
  {
    names: /^ogl(?:uk)?3(?:0)?$|^opengovernmentlicen[cs]ev?30?$/,
    label: same("Open Government Licence 3.0"),
    url: same("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
  },
  gnu("AGPL", "agpl"),
  gnu("LGPL", "lgpl"),
  gnu("GPL", "gpl"),
];

const CC_NAMES =
  /^(?:creative commons|cc)[\s-]+(by(?:[\s-]+(?:nc|nd|sa))*)[\s-]+v?([1-4]\.\d)(?:\s+international|\s+unported|[\s-]+(fr))?$/i;
const CC_ADDRESS =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/licenses\/(by(?:-(?:nc|nd|sa))*)\/([1-4]\.\d)(\/fr)?(?:\/|$)/i;
/** Words in the names of Creative Commons licences, and the letters that replace them. */
const WORDS: readonly (readonly [words: RegExp, letters: string])[] = [
  [/\battribution\b/i, "by"],
  [/share[\s-]?alike|partage dans les m[êe]mes conditions/i, "sa"],
  [/non[\s-]?commercial|pas d[’']utilisation commerciale/i, "nc"],
  [/no[\s-]?deriv(?:ative|ativework|)s?|pas de modifications?/i, "nd"],
];
const KINDS = new Set(["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]);

/**
 * Reads a licence for a language: `etalab-2.0` in English gives "Open Licence 2.0 (Etalab)" and the address of its text.
 * The address of a known licence is recognised as that licence. An unknown name has no address.
 */
export function readLicense(written: string, lang: UiLang): License {
  const text = written.trim();
  const commons = CC_NAMES.exec(abbreviated(text)) ?? CC_ADDRESS.exec(text);
  if (commons !== null) {
    const found = creativeCommons(commons, lang);
    if (found !== undefined) return found;
  }
  const name = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");
  const address = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  const known = KNOWN.find(({ names, url }) =>
    address === undefined ? names.test(name) : Object.values(url).some((one) => isSame(one, address)),
  );
  if (known !== undefined) return { label: known.label[lang], url: known.url[lang] };
  if (address === undefined) return { label: text };
  return { label: `${address.host}${address.pathname.replace(/\/$/, "")}`, url: address.href };
}

/** `Creative Commons Attribution - Partage dans les mêmes conditions 4.0` → `Creative Commons by - sa 4.0`. */
function abbreviated(text: string): string {
  if (text.length > 150) return text;
  return WORDS.reduce((short, [words, letters]) => short.replace(words, letters), text);
}

function creativeCommons(
  [, kind = "", version = "", country]: RegExpExecArray,
  lang: UiLang,
): License | undefined {
  const id = kind.toLowerCase().replace(/[\s-]+/g, "-");
  const name = id === "by-sa-nc" ? "by-nc-sa" : id === "by-nd-nc" ? "by-nc-nd" : id;
  if (!KINDS.has(name)) return undefined;
  const where = country === undefined ? "" : "fr/";
  return {
    label: `CC ${name.toUpperCase()} ${version}${country === undefined ? "" : " FR"}`,
    url: `https://creativecommons.org/licenses/${name}/${version}/${where}${lang === "fr" ? "deed.fr" : ""}`,
  };
}

const isSame = (known: string, address: URL): boolean => bare(new URL(known)) === bare(address);

const bare = ({ host, pathname }: URL): string =>
  (host.replace(/^www\./, "") + pathname).replace(/\/(?:deed(?:\.\w+)?)?$/, "").toLowerCase();
