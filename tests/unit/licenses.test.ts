import { expect, it } from "vitest";
import { readLicense } from "../../src/licenses.ts";

it.each([
  ["etalab-2.0", "Licence Ouverte 2.0"],
  ["Licence Ouverte v2.0 (Etalab)", "Licence Ouverte 2.0"],
  ["Licence ouverte / Open Licence 2.0", "Licence Ouverte 2.0"],
  ["CC-BY-4.0", "CC BY 4.0"],
  ["cc by nc sa 3.0", "CC BY-NC-SA 3.0"],
  ["CC-BY-SA-2.0-FR", "CC BY-SA 2.0 FR"],
  ["https://creativecommons.org/licenses/by/4.0/deed.en", "CC BY 4.0"],
  ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"],
  ["CC0-1.0", "CC0 1.0"],
])("recognises %s as %s, with the address of its text", (written, label) => {
  const found = readLicense(written, "fr");
  expect(found.label).toBe(label);
  expect(found.url).toMatch(/^https:\/\//);
});

it("has the name and address of the page's language", () => {
  expect(readLicense("etalab-2.0", "en").label).toBe("Open Licence 2.0 (Etalab)");
  expect(readLicense("CC BY 4.0", "fr").url).toBe("https://creativecommons.org/licenses/by/4.0/deed.fr");
  expect(readLicense("CC BY 4.0", "en").url).toBe("https://creativecommons.org/licenses/by/4.0/");
});

it.each(["Tous droits réservés", "CC BY", "Licence Ouverte", "CC BY-ZZ 4.0", "javascript:alert(1)", "2.0"])(
  "shows %s as it is written, without a link",
  (written) => {
    expect(readLicense(written, "fr")).toEqual({ label: written });
  },
);

it("links an unknown address, under a readable name", () => {
  const url = "https://example.org/licence/";
  expect(readLicense(url, "fr")).toEqual({ label: "example.org/licence", url });
});
