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
  /** The same for all languages unless there are two. */
  label: string | Record<UiLang, string>;
  url: string | Record<UiLang, string>;
}

const KNOWN: readonly Known[] = [
  {
    names:
      /^(?=.*2)(?=.*(?:etalab|ouverte|openlicen|lov))(?:etalab|licenceouverte|openlicen[cs]e|lo|v|20?)+$/,
    label: { fr: "Licence Ouverte 2.0", en: "Open Licence 2.0 (Etalab)" },
    url: {
      fr: "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
      en: "https://www.etalab.gouv.fr/wp-content/uploads/2018/11/open-licence.pdf",
    },
  },
  {
    names: /^cc(?:0|zero)(?:10)?$/,
    label: "CC0 1.0",
    url: {
      fr: "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
      en: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
  },
  {
    names: /^mit(?:licen[cs]e)?$/,
    label: { fr: "Licence MIT", en: "MIT License" },
    url: "https://opensource.org/license/mit",
  },
  { names: /^apache20?$/, label: "Apache 2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
  { names: /^mpl20?$/, label: "MPL 2.0", url: "https://www.mozilla.org/MPL/2.0/" },
  { names: /^odbl(?:10?)?$/, label: "ODbL 1.0", url: "https://opendatacommons.org/licenses/odbl/1-0/" },
  {
    names: /^ogl(?:uk)?30?$/,
    label: "Open Government Licence 3.0",
    url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  },
  ...["AGPL", "LGPL", "GPL"].map((name) => ({
    names: new RegExp(`^(?:gnu)?${name.toLowerCase()}v?30?(?:only|orlater)?$`),
    label: `GNU ${name} 3.0`,
    url: `https://www.gnu.org/licenses/${name.toLowerCase()}-3.0.html`,
  })),
];

/** Creative Commons by its name or its address: `CC BY-SA 4.0`, `CC-BY-SA-2.0-FR`. */
const COMMONS =
  /^(?:cc[\s-]+|https?:\/\/(?:www\.)?creativecommons\.org\/licenses\/)(by(?:[\s-]+(?:nc|nd|sa))*)[\s/-]+([1-4]\.\d)(?:[\s/-]+(fr))?(?:\/.*)?$/i;
const KINDS = new Set(["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]);

/**
 * Reads a licence for a language: `etalab-2.0` in English gives "Open Licence 2.0 (Etalab)" and the address of its text.
 * The address of a known licence is recognised as that licence. An unknown name has no address.
 */
export function readLicense(written: string, lang: UiLang): License {
  const text = written.trim();
  const [, kind = "", version = "", country] = COMMONS.exec(text) ?? [];
  const name = kind.toLowerCase().replace(/[\s-]+/g, "-");
  if (KINDS.has(name)) {
    const [suffix, folder] = country === undefined ? ["", ""] : [" FR", "fr/"];
    const deed = lang === "fr" ? "deed.fr" : "";
    return {
      label: `CC ${name.toUpperCase()} ${version}${suffix}`,
      url: `https://creativecommons.org/licenses/${name}/${version}/${folder}${deed}`,
    };
  }
  const inLang = (one: Known["label"]): string => (typeof one === "string" ? one : one[lang]);
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const isAddress = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
  const known = KNOWN.find(({ names, url }) =>
    isAddress ? Object.values(typeof url === "string" ? [url] : url).includes(text) : names.test(plain),
  );
  if (known !== undefined) return { label: inLang(known.label), url: inLang(known.url) };
  if (!isAddress) return { label: text };
  const { host, pathname, href } = new URL(text);
  return { label: `${host}${pathname.replace(/\/$/, "")}`, url: href };
}
