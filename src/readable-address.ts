// Whether the codes of an address are letters: the path of the site's own names files and rules of hosts, in letters.

/** False where it holds a code that is none in UTF-8, such as `%E9` of Latin-1. */
export function isReadable(address: string): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}
