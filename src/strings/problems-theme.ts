// Messages about the appearance of a site: unreadable colours, and files that its stylesheets request in vain.
// The ratio is written as in each language, rounded down so that it never looks sufficient.

export interface ThemeFound {
  found: string;
  ratio: number;
  nearest: string;
  /** The line to paste, with that colour. */
  fix: string;
}

export const themeMessages = {};
