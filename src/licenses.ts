// A licence as an owner or author writes it (`etalab-2.0`, "CC BY 4.0") → its name for readers and the address of its text.
// An unknown name is shown as written.
import type { UiLang } from "./ui-lang.ts";

/** A licence as it is shown in one language. */
export interface License {
  label: string;
  /** Address of the licence's text, in that language if it exists. Absent for an unknown name. */
  url?: string;
}

interface Known extends Record<UiLang, Required<License>> {
  /** Matches its names, in lower case, letters and digits only. */
  names: RegExp;
}

const KNOWN: readonly Known[] = [
  {
    names:
      /^(?=.*2)(?=.*(?:etalab|ouverte|openlicen|lov))(?:etalab|licenceouverte|openlicen[cs]e|lo|v|20?)+$/,
    fr: {
      label: "Licence Ouverte 2.0",
      url: "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
    },
    en: {
      label: "Open Licence 2.0 (Etalab)",
      url: "https://www.etalab.gouv.fr/wp-content/uploads/2018/11/open-licence.pdf",
    },
  },
  {
    names: /^cc(?:0|zero)(?:10)?$/,
    fr: { label: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/deed.fr" },
    en: { label: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" },
  },
];

/** Creative Commons by its name or its address: `CC BY-SA 4.0`, `CC-BY-SA-2.0-FR`. */
const COMMONS =
  /^(?:cc[\s-]+|https?:\/\/(?:www\.)?creativecommons\.org\/licenses\/)(by(?:[\s-]+(?:nc|nd|sa))*)[\s/-]+([1-4]\.\d)(?:[\s/-]+(fr))?(?:\/.*)?$/i;
const KINDS = new Set(["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]);

/** Reads a licence for a language. The address of a known licence is recognised as that licence. */
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
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const known = KNOWN.find(({ names, fr, en }) => [fr.url, en.url].includes(text) || names.test(plain));
  if (known !== undefined) return known[lang];
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return { label: text };
  const { host, pathname, href } = new URL(text);
  return { label: `${host}${pathname.replace(/\/$/, "")}`, url: href };
}
