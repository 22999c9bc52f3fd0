// The ES module of opentype.js, which the package's types lack; it has the same functions.
declare module "opentype.js/dist/opentype.min.mjs" {
  export { parse } from "opentype.js";
}
