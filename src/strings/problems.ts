// Every message Carnet has for editors, in French and English, gathered from one file per part of the house.
// The type of an entry's parameters is the same in both languages, so a missing translation does not compile.
import { checkMessages } from "./problems-checks.ts";
import { contentMessages } from "./problems-content.ts";
import { markdownMessages } from "./problems-markdown.ts";
import { siteMessages } from "./problems-site.ts";

export const catalogue = { ...siteMessages, ...contentMessages, ...markdownMessages, ...checkMessages };

export type Catalogue = typeof catalogue;
export type MessageKey = keyof Catalogue;
