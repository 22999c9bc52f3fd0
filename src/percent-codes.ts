// Decodes the percent codes of an address, if all of them are UTF-8. `%E9` in Latin-1 and the `%` of `100%` are not: JavaScript
// throws on them, and what an author types may contain them.

/** Decodes all codes, including those of `/`, `?` and `#`. Undefined if one is not UTF-8. */
export function decodeComponent(text: string): string | undefined {
  return read(decodeURIComponent, text);
}

/** Decodes an address, but keeps the codes of characters that have a meaning in it. Undefined if one is not UTF-8. */
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
