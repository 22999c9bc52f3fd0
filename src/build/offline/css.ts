// A stylesheet → the same with the addresses it names found from its own folder.
// Comments and strings are passed over whole, since what looks like an address in them is none.

const TOKEN =
  /\/\*[^]*?(?:\*\/|$)|(@import\s+)("[^"\n]*"|'[^'\n]*')|url\(\s*("[^"\n]*"|'[^'\n]*'|[^"'()\s]*)\s*\)|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/gi;

export function offlineCss(css: string, localize: (href: string) => string): string {
  return css.replace(TOKEN, (token, before?: string, imported?: string, address?: string) => {
    if (imported !== undefined) return `${before ?? ""}"${localize(imported.slice(1, -1))}"`;
    if (address === undefined) return token;
    return `url("${localize(address.replace(/^(["'])(.*)\1$/, "$2"))}")`;
  });
}
