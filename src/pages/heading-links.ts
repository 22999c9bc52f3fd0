// The HTML of a text → the same with each heading as a link to itself, so that readers can link to a passage.
// Only pages get these links: feeds and search keep the plain text. A heading that contains a link gets no other.
const HEADING = /<h([2-6])((?: [^>]*)?) id="([^"]*)"([^>]*)>([^]*?)<\/h\1>/g;

/**
 * The reading views of browsers judge a heading by the words of its class and id: Firefox takes `comment-participer` for
 * readers' comments and drops it, as it does with `promotion`, `extrait` or `social`. The word `content` outweighs these.
 */
const KEPT = "content-heading";

export function linkHeadings(html: string): string {
  return html.replace(
    HEADING,
    (whole, level: string, before: string, id: string, after: string, text: string) => {
      const rest = before + after;
      if (rest.includes("visually-hidden")) return whole;
      const named = rest.includes(' class="')
        ? rest.replace(' class="', ` class="${KEPT} `)
        : ` class="${KEPT}"${rest}`;
      const linked = /<a[\s>]/.test(text) ? text : `<a class="heading-link" href="#${id}">${text}</a>`;
      return `<h${level} id="${id}"${named}>${linked}</h${level}>`;
    },
  );
}
