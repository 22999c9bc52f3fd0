// Markdown → HTML by the standard alone, with every rule of Carnet off: for the CommonMark test suite.
// The output is not sanitised, and no page uses it.
import { createCore } from "./core.ts";

export function createCommonMark(): { render(markdown: string): string } {
  const md = createCore().set({ xhtmlOut: true });
  return { render: (markdown) => md.render(markdown) };
}
