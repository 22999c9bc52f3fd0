// What the package's types do not name: the same functions, as an ES module.
declare module "opentype.js/dist/opentype.min.mjs" {
  export { parse } from "opentype.js";
}
