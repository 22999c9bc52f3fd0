// Photos of people → the portraits that pages show: an address without a picture behind it would show as a broken one.
import type { Content, Person } from "../content/types.ts";
import { decodePath, besidePath, publicPath } from "../images/paths.ts";
import { isAlsoServed } from "../markdown/addresses.ts";
import { isSitePath } from "../schemes.ts";
import type { PortraitOf } from "./types.ts";
import type { PersonView } from "./views.ts";

/**
 * Gives a person the portrait made of their photo, and leaves out a photo whose file is missing or broken, which is reported
 * elsewhere. Files of another site on the host stay.
 */
export function portrayer(
  { files, site }: Pick<Content, "files" | "site">,
  portraitOf: PortraitOf = () => undefined,
): (person: Person) => PersonView {
  let paths: ReadonlySet<string> | undefined;
  const isThere = (photo: string): boolean => {
    const path = decodePath(photo).normalize("NFC");
    paths ??= new Set(
      files.flatMap(({ file }) => publicPath(file) ?? besidePath(file)?.normalize("NFC") ?? []),
    );
    return paths.has(path) || isAlsoServed(path, site.alsoServed);
  };
  return (person) => {
    const { photo } = person;
    if (photo === undefined || !isSitePath(photo)) return person;
    const portrait = isThere(photo) && portraitOf(photo);
    if (portrait !== false) return portrait === undefined ? person : { ...person, portrait };
    const shown = { ...person };
    delete shown.photo;
    return shown;
  };
}
