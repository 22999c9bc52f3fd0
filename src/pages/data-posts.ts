// The data of a page are values of any kind, which layouts are given as they are: which of them are posts.
import type { Post } from "../content/types.ts";

export function isPost(value: unknown): value is Post {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "post";
}
