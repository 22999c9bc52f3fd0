// All of Carnet's messages for editors, in French and English, collected from one file per subject.
// The parameters of an entry have the same type in both languages, so a missing translation does not compile.
import { addressMessages as addresses } from "./problems/addresses.ts";
import { contentMessages as content } from "./problems/content.ts";
import { layoutMessages as layouts } from "./problems/layouts.ts";
import { linkMessages as links } from "./problems/links.ts";
import { markdownMessages as markdown } from "./problems/markdown.ts";
import type { Message, ParamsOf } from "./problems/message.ts";
import { settingsMessages as settings } from "./problems/settings.ts";
import { accessibilityMessages } from "./problems-accessibility.ts";
import { adminMessages } from "./problems-admin.ts";
import { audienceMessages } from "./problems-audience.ts";
import { blockMessages } from "./problems-blocks.ts";
import { builtMessages } from "./problems-built.ts";
import { contentMessages } from "./problems-content.ts";
import { externalMessages } from "./problems-external.ts";
import { iconMessages } from "./problems-icon.ts";
import { languageMessages } from "./problems-languages.ts";
import { parsingMessages } from "./problems-parsing.ts";
import { pictureMessages } from "./problems-pictures.ts";
import { siteMessages } from "./problems-site.ts";
import { themeMessages } from "./problems-theme.ts";
import { vanishedMessages } from "./problems-vanished.ts";

/** As data: see `problems/message.ts`. */
export const tables = { ...content, ...settings, ...addresses, ...links, ...markdown, ...layouts };

/** As functions; they go as their keys move to the tables. */
const older = {
  ...accessibilityMessages,
  ...adminMessages,
  ...audienceMessages,
  ...siteMessages,
  ...themeMessages,
  ...blockMessages,
  ...contentMessages,
  ...iconMessages,
  ...languageMessages,
  ...parsingMessages,
  ...pictureMessages,
  ...builtMessages,
  ...externalMessages,
  ...vanishedMessages,
};

export type Tables = typeof tables;
type Older = Omit<typeof older, keyof Tables>;
export type MessageKey = keyof Tables | keyof Older;
export const catalogue: Readonly<Record<MessageKey, Pick<Message, "severity" | "fixed">>> = {
  ...older,
  ...tables,
};
export type Params<K extends MessageKey> = K extends keyof Tables
  ? ParamsOf<Tables[K]>
  : K extends keyof Older
    ? Parameters<Older[K]["fr"]>[0]
    : never;
