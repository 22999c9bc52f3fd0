// Plain `npx eleventy` starts here, and finds `.eleventy.ts` if there is one.
import { siteConfig } from "%CARNET%";

export default siteConfig(import.meta.dirname);
