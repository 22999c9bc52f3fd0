// All of Carnet's messages for editors, in French and English, by code or code/variant: one table for each subject.
import { addressMessages } from "./problems/addresses.ts";
import { contentMessages } from "./problems/content.ts";
import { layoutMessages } from "./problems/layouts.ts";
import { linkMessages } from "./problems/links.ts";
import { markdownMessages } from "./problems/markdown.ts";
import type { Message, ParamsOf } from "./problems/message.ts";
import { settingsMessages } from "./problems/settings.ts";

const tables = {
  ...contentMessages,
  ...settingsMessages,
  ...addressMessages,
  ...linkMessages,
  ...markdownMessages,
  ...layoutMessages,
};

type Tables = typeof tables;
export type MessageKey = keyof Tables;
export type Params<K extends MessageKey> = ParamsOf<Tables[K]>;

export const catalogue: Readonly<Record<MessageKey, Message>> = tables;
