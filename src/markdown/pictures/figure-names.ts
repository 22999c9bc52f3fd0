// Figures of pictures with a caption → the same with a role, and a name that repeats the caption, as RGAA 4.1 asks (test 1.9.1).
// Other standards take the caption itself for the name. It works on finished HTML: only there is the caption what readers see.

const FIGURE = /<figure((?:\s[^>]*)?)>/g;
const CAPTION = /<figcaption(?:\s[^>]*)?>([\s\S]*?)<\/figcaption>/;
/** The mark of a note: its number would be heard as a part of the last word. */
const NOTE = /<sup class="footnote-ref">.*?<\/sup>/g;
const TAG = /<(?:"[^"]*"|[^">])*>/g;

/** `html` is a whole text, in which every tag is closed and every attribute is between double quotes. */
export function withFigureNames(html: string): string {
  if (!html.includes("<figcaption")) return html;
  return html.replace(FIGURE, (tag, attributes: string, at: number) => {
    const from = at + tag.length;
    const inner = html.slice(from, html.indexOf("</figure>", from));
    // Of a figure inside this one, neither the picture nor the caption is this one's. A player has a name of its own.
    if (!inner.includes("<img ") || inner.includes("<figure") || inner.includes("data-player")) return tag;
    const name = nameIn(inner);
    return name === "" ? tag : `<figure${attributes} role="figure" aria-label="${name}">`;
  });
}

/** The words of the caption, as an attribute holds them. */
function nameIn(figure: string): string {
  const [, caption = ""] = CAPTION.exec(figure) ?? [];
  const words = caption
    .replace(NOTE, "")
    .replace(/<br\b[^>]*>/g, " ")
    .replace(TAG, "");
  return words
    .replace(/[ \t\n]+/g, " ")
    .trim()
    .replaceAll('"', "&quot;");
}
