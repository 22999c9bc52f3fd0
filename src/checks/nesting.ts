// Which elements of a page are left open, and which end tags close nothing
// (https://html.spec.whatwg.org/multipage/syntax.html). Optional end tags are not required. Browsers would repair the rest,
// each in its own way.

interface Misnested {
  key: "html-nesting/unclosed" | "html-nesting/unopened";
  name: string;
  /** Offset of the tag at fault. */
  offset: number;
}

export interface Nesting {
  open(name: string, offset: number): void;
  close(name: string, offset: number): void;
  end(): readonly Misnested[];
}

export function createNesting(): Nesting {
  const found: Misnested[] = [];
  const stack: { name: string; offset: number }[] = [];
  const unclosed = (from: number): void => {
    for (const one of stack.splice(from)) found.push({ key: "html-nesting/unclosed", ...one });
  };
  return {
    open(name, offset) {
      if (!UNASKED.has(name)) stack.push({ name, offset });
    },
    close(name, offset) {
      if (UNASKED.has(name)) return;
      if (stack.at(-1)?.name === name) {
        stack.pop();
        return;
      }
      const at = stack.findLastIndex((one) => one.name === name);
      if (at < 0) found.push({ key: "html-nesting/unopened", name, offset });
      else {
        unclosed(at + 1);
        stack.pop();
      }
    },
    end() {
      unclosed(0);
      return found;
    },
  };
}

/** Elements without an end tag, then those whose end tag is optional. */
const UNASKED: ReadonlySet<string> = new Set([
  ...["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"],
  ...["html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "rt", "rp"],
  ...["caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th"],
]);
