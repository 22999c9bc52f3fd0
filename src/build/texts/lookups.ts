// What a text asks of the site while it is rendered, and the answers: the same text with the same answers gives the same HTML.
// Questions are stored with the rendered text, so that the next run asks them again instead of rendering the text.
import { posix } from "node:path";
import type { PictureIndex } from "../../images/facts.ts";
import { decodePath, joinPath } from "../../images/paths.ts";
import { digestOf } from "../../files.ts";
import { textOf } from "../digest.ts";

/** The functions with which `markdown/` asks the site; `from` is the source of the text, relative to the site root. */
export interface Lookups {
  picture(src: string, from: { file: string }): ReturnType<PictureIndex["picture"]>;
  file(href: string, from: { file: string }): string | undefined;
  size(path: string): number | undefined;
  text(href: string, from: { file: string }): string | undefined;
  has(path: string): boolean;
}

/** A question in one line, and the digest of its answer. */
export type Asked = readonly [question: string, answer: string];

/** `paths`: paths that the site answers, without base path; `texts`: addresses of texts, by `textKey`. */
export function createLookups(
  pictures: PictureIndex,
  paths: Iterable<string>,
  texts: ReadonlyMap<string, string> = new Map(),
): Lookups {
  const answered = new Set(paths);
  return {
    picture: (src, { file }) => pictures.picture(src, file),
    file: (href, { file }) => pictures.file(href, file),
    size: (path) => pictures.size(path),
    text: (href, { file }) => {
      const named = joinPath(posix.dirname(file), decodePath(href));
      return named === undefined ? undefined : texts.get(textKey(named));
    },
    has: (path) => answered.has(path),
  };
}

/** A file's name in composed form: on a disk, it may be in another Unicode form than in a link. */
export const textKey = (file: string): string => file.normalize("NFC");

/** Lookups that record the questions and answers: `take` returns the record, and begins another one. */
export function recording(lookups: Lookups): Lookups & { take(): Asked[] } {
  let asked = new Map<string, string>();
  const note = <T>(question: string, answer: T): T => {
    asked.set(question, answerOf(answer));
    return answer;
  };
  return {
    picture: (src, from) => note(`picture ${src}`, lookups.picture(src, from)),
    file: (href, from) => note(`file ${href}`, lookups.file(href, from)),
    size: (path) => note(`size ${path}`, lookups.size(path)),
    text: (href, from) => note(`text ${href}`, lookups.text(href, from)),
    has: (path) => note(`has ${path}`, lookups.has(path)),
    take() {
      const taken = [...asked];
      asked = new Map();
      return taken;
    },
  };
}

/** True if the site answers as it did. */
export function answersStill(asked: readonly Asked[], lookups: Lookups, from: { file: string }): boolean {
  return asked.every(([question, before]) => {
    const space = question.indexOf(" ");
    const kind = question.slice(0, space) as keyof Lookups;
    return answerOf(lookups[kind](question.slice(space + 1), from)) === before;
  });
}

function answerOf(answer: unknown): string {
  return typeof answer === "object" ? digestOf(textOf(answer)) : textOf(answer);
}
