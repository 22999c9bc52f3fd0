declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";
  export default function deflist(md: MarkdownIt): void;
}
// The published types leave out the block rules that Carnet's own rules call.

declare module "markdown-it/lib/rules_block/html_block.mjs" {
  import type { StateBlock } from "markdown-it";
  const htmlBlock: (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;
  export default htmlBlock;
}
