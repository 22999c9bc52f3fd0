// Texts that could not be read as posts or pages → whether one of them may name a file: their links are unknown, their words
// are not.
import { decodePath } from "../images/paths.ts";
import type { SourceFile } from "../source-file.ts";
import { readText } from "../files.ts";

/** The function returned expects the name of a file in NFC. */
export function namesInTexts(texts: readonly SourceFile[]): (name: string) => boolean {
  let read: string[] | undefined;
  return (name) => {
    read ??= texts.map(({ path }) => wordsIn(readText(path) ?? ""));
    return read.some((text) => text.includes(name));
  };
}

/** Also decoded, so that an address is found however it is written. */
function wordsIn(written: string): string {
  // In UTF-16, each letter of most names has a zero beside it.
  const text = written.replaceAll("\0", "").normalize("NFC");
  return `${text}\n${text.replace(/(?:%[0-9a-f]{2})+/gi, decodePath).normalize("NFC")}`;
}
