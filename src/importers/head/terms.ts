// Tags and categories → lists, as the old generator read them: `tags: a b` may have been two tags, or one.
import type { HeadEditor } from "./editor.ts";
import type { HeadContext } from "./step.ts";
import { text, texts } from "../values.ts";

export function terms(head: HeadEditor, { entry: { kind, tags, categories } }: HeadContext): void {
  if (kind === "page") return;
  if (tags !== undefined) merge(head, "tag", "tags", tags);
  merge(head, "category", "categories", categories);
}

/**
 * The singular key is merged into the plural one if all its terms are there; if the old generator did not read it, it stays.
 */
function merge(
  head: HeadEditor,
  one: "tag" | "category",
  all: "tags" | "categories",
  wanted: readonly string[],
): void {
  const isRead = texts(head.data[one]).every((term) => wanted.includes(term));
  if (head.has(one) && isRead) {
    if (!head.has(all) && wanted.length > 0) head.rename(one, all, wanted, all);
    else head.remove(one, all);
  }
  write(head, all, wanted);
}

function write(head: HeadEditor, key: "tags" | "categories", wanted: readonly string[]): void {
  if (same(head.data[key], wanted)) return;
  if (wanted.length > 0) head.set(key, wanted, key);
  else if (head.has(key)) head.remove(key, key);
}

/** True if Carnet reads the same terms from the written value. */
function same(value: unknown, wanted: readonly string[]): boolean {
  if (value === undefined || value === null) return wanted.length === 0;
  const list = Array.isArray(value)
    ? value.map((one) => text(one) ?? "")
    : (text(value) ?? "").split(",").map((one) => one.trim());
  return list.length === wanted.length && list.every((one, i) => one === wanted[i]);
}
