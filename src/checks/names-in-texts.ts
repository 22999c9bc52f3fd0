// Texts of which nothing is known but their bytes → whether one of them may name a file: its links are not known, its words are.
import { readFileSync } from "node:fs";
import { decodePath } from "../images/paths.ts";
import type { SourceFile } from "../source-file.ts";

/** Asked with the name of a file, composed. */
export function namesInTexts(texts: readonly SourceFile[]): (name: string) => boolean {
  let read: string[] | undefined;
  return (name) => {
    read ??= texts.map(({ path }) => readText(path));
    return read.some((text) => text.includes(name));
  };
}

/** Decoded where that can be done, so that an address is found however it is written. */
function readText(path: string): string {
  try {
    // One in UTF-16 has a zero beside each letter of most names.
    const text = readFileSync(path, "utf8").replaceAll("\0", "").normalize("NFC");
    return `${text}\n${text.replace(/(?:%[0-9a-f]{2})+/gi, decodePath).normalize("NFC")}`;
  } catch {
    return "";
  }
}
