// Percent codes of an address → the letters they stand for, where they are UTF-8 throughout: `%E9` of Latin-1, or the sign of
// `100%`, stands for none. JavaScript throws on those; what an author typed may always hold one.

/** All codes read, those of `/`, `?` and `#` too; undefined where one is no text. */
export function decodeComponent(text: string): string | undefined {
  return read(decodeURIComponent, text);
}

/** An address with its letters, where signs that mean something in it stay coded; undefined where a code is no text. */
export function decodeAddress(address: string): string | undefined {
  return read(decodeURI, address);
}

function read(decode: (text: string) => string, text: string): string | undefined {
  try {
    return decode(text);
  } catch {
    return undefined;
  }
}
