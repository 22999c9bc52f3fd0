// Advice on how a text is written: what is published soundly, but could be better. Only `check` and `dev` load it.
// It reads the tree of a text before anything is shown in the place of what was written, and changes nothing.
import type { Lint } from "../markdown/render.ts";
import {
  checkCode,
  checkFrames,
  checkHeadings,
  checkLinks,
  checkMedia,
  checkPictures,
  checkTables,
} from "./passes.ts";
import { findPatterns } from "./patterns.ts";

export const lint: Lint = (root, env) => {
  findPatterns(root, env);
  checkHeadings(root, env);
  checkPictures(root, env);
  checkLinks(root, env);
  checkTables(root, env);
  checkMedia(root, env);
  checkFrames(root, env);
  checkCode(root, env);
};
