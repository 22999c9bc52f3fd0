// How Nunjucks reads layouts, wherever they are compiled.

/** `dev` keeps the message of an owner's filter that throws. */
export const NUNJUCKS = { autoescape: true, trimBlocks: true, lstripBlocks: true, dev: true } as const;
