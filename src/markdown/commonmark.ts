// Markdown → HTML by the standard alone, with every rule of Carnet off: what the CommonMark suite measures.
// Its output is not cleaned; no page is made with it.
import { createCore } from "./core.ts";

export function createCommonMark(): { render(markdown: string): string } {
  const md = createCore().set({ xhtmlOut: true });
  return { render: (markdown) => md.render(markdown) };
}
