// A draft → the page that a build renders. What surrounds the page is computed only when its data is read: a build that makes a
// few of ten thousand pages never reads that of the others.
import { outputFile } from "../content/permalinks.ts";
import type { Card } from "../images/card.ts";
import { absoluteUrl, type Site } from "../site/site.ts";
import { rootFrom } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import type { Frame } from "./frame.ts";
import type { Page, PageData, PageKind } from "./types.ts";

export class PlannedPage implements Page {
  readonly kind: PageKind;
  readonly url: string;
  readonly output: string;
  readonly layout: string | null;
  readonly lang: string;
  readonly noindex: boolean;
  readonly further: boolean;
  readonly card: Card | undefined;
  readonly entry: Page["entry"];
  readonly text: Page["text"];
  readonly madeOf: Page["madeOf"];
  readonly #frame: Frame;
  readonly #site: Site;
  #held: { draft: Draft } | { data: PageData };

  constructor(draft: Draft, frame: Frame, site: Site) {
    this.kind = draft.kind;
    this.url = draft.url;
    this.output = outputFile(draft.url);
    this.layout = draft.layout;
    this.lang = draft.lang;
    this.noindex = draft.noindex ?? false;
    this.further = draft.further ?? false;
    this.card = frame.card(draft);
    this.entry = draft.entry;
    this.text = draft.text;
    this.madeOf = draft.madeOf;
    this.#held = { draft };
    this.#frame = frame;
    this.#site = site;
  }

  get data(): PageData {
    if ("draft" in this.#held) this.#held = { data: this.#dataOf(this.#held.draft) };
    return this.#held.data;
  }

  #dataOf(draft: Draft): PageData {
    const { data, pager, partOf, kind, lang, title, description, feeds, url, metaDescription } = draft;
    const { titleLang, descriptionLang } = draft;
    return {
      ...data,
      ...(pager && { pager: pager() }),
      ...(partOf && { partOf: partOf() }),
      kind,
      lang,
      title,
      ...(titleLang !== undefined && { titleLang }),
      description,
      ...(descriptionLang !== undefined && { descriptionLang }),
      ...(metaDescription !== undefined && { metaDescription }),
      canonical: absoluteUrl(this.#site, url),
      noindex: this.noindex,
      toRoot: rootFrom(this.#site, this.output),
      ...this.#frame.around(draft),
      ...(feeds && { ownFeeds: feeds }),
    };
  }
}
