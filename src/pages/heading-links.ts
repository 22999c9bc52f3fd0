// The HTML of a text → the same with each heading as a link to itself, so that readers can link to a passage.
// Only pages get these links: feeds and search keep the plain text. A heading that contains a link stays as it is.
const HEADING = /<h([2-6]) id="([^"]*)"([^>]*)>([^]*?)<\/h\1>/g;

export function linkHeadings(html: string): string {
  return html.replace(HEADING, (whole, level: string, id: string, rest: string, text: string) =>
    /<a[\s>]/.test(text) || rest.includes("visually-hidden")
      ? whole
      : `<h${level} id="${id}"${rest}><a class="heading-link" href="#${id}">${text}</a></h${level}>`,
  );
}
