// The published types leave out the rule of link reference definitions.
declare module "markdown-it/lib/rules_block/reference.mjs" {
  import type { StateBlock } from "markdown-it";
  const reference: (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;
  export default reference;
}
