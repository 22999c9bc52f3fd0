// Tags and categories → lists, as the old generator understood them: `tags: a b` may have been two tags, or one.
import type { HeadEditor } from "./head-editor.ts";
import type { HeadContext } from "./head-step.ts";
import { text } from "./values.ts";

export function terms(head: HeadEditor, { entry: { tags, categories } }: HeadContext): void {
  if (head.has("tag")) head.remove("tag", "tags");
  if (tags !== undefined) write(head, "tags", tags);
  if (!head.has("category")) write(head, "categories", categories);
  else if (same(head.data["categories"], categories)) head.remove("category", "categories");
  else head.rename("category", "categories", categories, "categories");
}

function write(head: HeadEditor, key: "tags" | "categories", wanted: readonly string[]): void {
  if (same(head.data[key], wanted)) return;
  if (wanted.length > 0) head.set(key, wanted, key);
  else if (head.has(key)) head.remove(key, key);
}

/** True where Carnet reads the same terms in what is written. */
function same(value: unknown, wanted: readonly string[]): boolean {
  if (value === undefined || value === null) return wanted.length === 0;
  const list = Array.isArray(value)
    ? value.map((one) => text(one) ?? "")
    : (text(value) ?? "").split(",").map((one) => one.trim());
  return list.length === wanted.length && list.every((one, i) => one === wanted[i]);
}
