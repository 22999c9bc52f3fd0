// Portraits of people → those that the site has: an address without a file would show as a broken picture.
import type { Content, Person } from "../content/types.ts";
import { besidePath, decodePath, publicPath } from "../images/paths.ts";
import { isAlsoServed } from "../markdown/addresses.ts";

/** Leaves out the photo of a person if its file is missing, which the checks report. Files of another site on the host stay. */
export function photoFilter({ files, site }: Pick<Content, "files" | "site">): (person: Person) => Person {
  let paths: ReadonlySet<string> | undefined;
  return (person) => {
    if (person.photo === undefined || !/^\/(?!\/)/.test(person.photo)) return person;
    const path = decodePath(person.photo).normalize("NFC");
    paths ??= new Set(
      files.flatMap(({ file }) => publicPath(file) ?? besidePath(file)?.normalize("NFC") ?? []),
    );
    if (paths.has(path) || isAlsoServed(path, site.alsoServed)) return person;
    const shown = { ...person };
    delete shown.photo;
    return shown;
  };
}
