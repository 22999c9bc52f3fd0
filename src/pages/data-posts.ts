// Which values of a page's data are posts: the data may be of any kind, and layouts receive them as they are.
import type { Post } from "../content/types.ts";

export function isPost(value: unknown): value is Post {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "post";
}
