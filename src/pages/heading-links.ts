// The HTML of a text → the same with each heading a link to itself, for those who want to point at a passage.
// Only pages get it: feeds and search keep the plain text. A heading that holds a link stays as it is.
const HEADING = /<h([2-6]) id="([^"]*)"([^>]*)>([^]*?)<\/h\1>/g;

export function linkHeadings(html: string): string {
  return html.replace(HEADING, (whole, level: string, id: string, rest: string, text: string) =>
    /<a[\s>]/.test(text) || rest.includes("visually-hidden")
      ? whole
      : `<h${level} id="${id}"${rest}><a class="heading-link" href="#${id}">${text}</a></h${level}>`,
  );
}
