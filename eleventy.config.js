// Plain `npx eleventy` starts here and finds `.eleventy.ts`, also on a Node that cannot read TypeScript.
import { siteConfig } from "carnet-blog";

export default siteConfig(import.meta.dirname);
