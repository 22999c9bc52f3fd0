// The elements open at a point of the text, of raw HTML and Markdown together, and what closes them in order.
// The renderer closes Markdown's elements: here they are boundaries that raw HTML cannot cross.
import type { Place } from "../../problems.ts";

export interface OpenElement {
  /** Name as rendered; empty for a Markdown element. */
  name: string;
  /** HTML of its closing tag. */
  close: string;
  /** Its text so far, recorded only for links. */
  text?: string;
  /** True for a link that contains a picture. */
  picture?: boolean;
  /** Of a table: its rows so far, and the cells of the last one. */
  rows?: number;
  cells?: number;
  /** True for a table with a header cell. */
  headed?: boolean;
  /** True for a video with captions. */
  captioned?: boolean;
  /** Of a video or a sound: the address of its first file, if it is one of this site. */
  file?: string;
  /** True for a video or a sound that contains a link. */
  linked?: boolean;
  /** Where it was opened, if what follows would look different inside it. */
  at?: () => Place;
  /** Called when it is closed. */
  onClose?: (element: OpenElement) => string;
}

const NONE: ReadonlySet<string> = new Set();

export class OpenElements {
  readonly #stack: OpenElement[] = [];

  /** Those of raw HTML that are open, outermost first. */
  get left(): readonly OpenElement[] {
    return this.#stack.filter(({ name }) => name !== "");
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** Name of the innermost element; empty for a Markdown element. */
  get top(): string | undefined {
    return this.#stack.at(-1)?.name;
  }

  push(element: OpenElement): void {
    if (element.name === "a") this.#noteLink();
    this.#stack.push(element);
  }

  /** Marks the start of a Markdown element. */
  pushMarkdown(name = ""): void {
    if (name === "a") this.#noteLink();
    this.#stack.push({ name: "", close: name });
  }

  /** Closes raw HTML up to and including the innermost Markdown element, whose own closing tag is not returned. */
  popMarkdown(): string {
    let html = "";
    for (let top = this.#stack.pop(); top !== undefined && top.name !== ""; top = this.#stack.pop())
      html += end(top);
    return html;
  }

  /** Closes everything above a depth. */
  closeTo(depth: number): string {
    let html = "";
    while (this.#stack.length > depth) {
      const top = this.#stack.pop();
      if (top !== undefined && top.name !== "") html += end(top);
    }
    return html;
  }

  /**
   * Closes the innermost element of a name, with all inside it; does nothing if a Markdown element comes first, or none is
   * found.
   */
  close(name: string): string {
    const at = this.#find(name);
    return at < 0 ? "" : this.closeTo(at);
  }

  /** Closes the outermost of the named elements inside the nearest boundary. */
  closeImplied(closed: ReadonlySet<string> = NONE, boundaries: ReadonlySet<string> = NONE): string {
    let at = -1;
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const name = this.#stack[i]?.name ?? "";
      if (name === "" || boundaries.has(name)) break;
      if (closed.has(name)) at = i;
    }
    return at < 0 ? "" : this.closeTo(at);
  }

  /** Closes the first element from the given depth inwards that may not stay open, with all inside it. */
  closeFrom(depth: number, stays: (element: OpenElement) => boolean): string {
    for (let i = depth; i < this.#stack.length; i++) {
      const element = this.#stack[i];
      if (element !== undefined && !stays(element)) return this.closeTo(i);
    }
    return "";
  }

  /** The innermost open element of a name, also beyond Markdown elements, and including those pushed with that name. */
  inside(name: string): OpenElement | undefined {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const element = this.#stack[i];
      if (element?.name === name || (element?.name === "" && element.close === name)) return element;
    }
    return undefined;
  }

  #noteLink(): void {
    const player = this.inside("video") ?? this.inside("audio");
    if (player !== undefined) player.linked = true;
  }

  #find(name: string): number {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const element = this.#stack[i];
      if (element === undefined || element.name === "") return -1;
      if (element.name === name) return i;
    }
    return -1;
  }
}

const end = (element: OpenElement): string => (element.onClose?.(element) ?? "") + element.close;
