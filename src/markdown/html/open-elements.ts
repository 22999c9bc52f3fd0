// The elements open at a point of the text, raw HTML's and Markdown's together, and what closes them in order.
// Markdown's elements are closed by the renderer: here they are walls that raw HTML cannot reach through.

export interface OpenElement {
  /** Name as rendered; empty for an element of Markdown. */
  name: string;
  /** HTML that ends it. */
  close: string;
  /** Text inside so far, kept for links only. */
  text?: string;
  /** True for a link that shows a picture. */
  picture?: boolean;
  /** Of a table: its rows so far, and the cells of the last one. */
  rows?: number;
  cells?: number;
  /** Called when it is closed. */
  onClose?: (element: OpenElement) => string;
}

const NONE: ReadonlySet<string> = new Set();

export class OpenElements {
  readonly #stack: OpenElement[] = [];

  get depth(): number {
    return this.#stack.length;
  }

  /** Name of the innermost element; empty for one of Markdown. */
  get top(): string | undefined {
    return this.#stack.at(-1)?.name;
  }

  push(element: OpenElement): void {
    this.#stack.push(element);
  }

  /** Marks the beginning of an element of Markdown. */
  pushMarkdown(name = ""): void {
    this.#stack.push({ name: "", close: name });
  }

  /** Closes raw HTML down to the innermost element of Markdown, and that one too, whose own end is not returned. */
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

  /** Closes the innermost element of a name, with all inside it; nothing where a wall or no such element is met. */
  close(name: string): string {
    const at = this.#find(name);
    return at < 0 ? "" : this.closeTo(at);
  }

  /** Closes the outermost of the named elements that stand above a boundary. */
  closeImplied(closed: ReadonlySet<string> = NONE, boundaries: ReadonlySet<string> = NONE): string {
    let at = -1;
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const name = this.#stack[i]?.name ?? "";
      if (name === "" || boundaries.has(name)) break;
      if (closed.has(name)) at = i;
    }
    return at < 0 ? "" : this.closeTo(at);
  }

  /** Closes the first element, from the inside of the given depth, that may not stay open, with all inside it. */
  closeFrom(depth: number, stays: (element: OpenElement) => boolean): string {
    for (let i = depth; i < this.#stack.length; i++) {
      const element = this.#stack[i];
      if (element !== undefined && !stays(element)) return this.closeTo(i);
    }
    return "";
  }

  /** The innermost open element of a name, also beyond walls, and those of Markdown that were named. */
  inside(name: string): OpenElement | undefined {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const element = this.#stack[i];
      if (element?.name === name || (element?.name === "" && element.close === name)) return element;
    }
    return undefined;
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
