/** The faults that keep a text from being well-formed XML, for the part of XML that feeds and sitemaps use. */
export function faultsOf(xml: string): string[] {
  const faults: string[] = [];
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(xml))
    faults.push("forbidden character");
  const open: string[] = [];
  let roots = 0;
  const body = xml.replace(/^<\?xml [^?]*\?>\n/, "");
  const token = /<\/([\w:]+)>|<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [, closing, opening, attributes = "", empty, text, stray] of body.matchAll(token)) {
    if (stray !== undefined) faults.push("stray <");
    for (const reference of `${attributes}${text ?? ""}`.matchAll(
      /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi,
    ))
      faults.push(`stray & at ${String(reference.index)}`);
    const names = [...attributes.matchAll(/\s([\w:]+)=/g)].map(([, name]) => name);
    if (new Set(names).size < names.length) faults.push(`attribute twice in ${String(opening)}`);
    if (text?.includes("]]>")) faults.push("]]> in text");
    if (text?.trim() && open.length === 0) faults.push("text outside the root");
    if (opening !== undefined && open.length === 0) roots++;
    if (opening !== undefined && empty === "") open.push(opening);
    if (closing !== undefined && open.pop() !== closing) faults.push(`</${closing}> closes another element`);
  }
  if (open.length > 0) faults.push(`never closed: ${open.join(" ")}`);
  if (roots !== 1) faults.push(`${String(roots)} roots`);
  return faults;
}
