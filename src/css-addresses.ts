// A stylesheet → the addresses that it names, and the same stylesheet with others in their place.
// Comments and strings are passed over whole, since what looks like an address in them is none.

const TOKEN =
  /\/\*[^]*?(?:\*\/|$)|(@import\s+)("[^"\n]*"|'[^'\n]*')|url\(\s*("[^"\n]*"|'[^'\n]*'|[^"'()\s]*)\s*\)|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/gi;

/** `change` is given each address and where it begins to be named; undefined leaves it as it is written. */
export function withAddresses(
  css: string,
  change: (href: string, offset: number) => string | undefined,
): string {
  return css.replace(
    TOKEN,
    (
      token: string,
      before: string | undefined,
      imported: string | undefined,
      named: string | undefined,
      offset: number,
    ) => {
      const written = imported ?? named;
      const href =
        written === undefined ? undefined : change(written.replace(/^(["'])(.*)\1$/, "$2"), offset);
      if (href === undefined) return token;
      return imported === undefined ? `url("${href}")` : `${before ?? ""}"${href}"`;
    },
  );
}
