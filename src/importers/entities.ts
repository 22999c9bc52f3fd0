// Entities of HTML in texts that are none (titles, descriptions), as exports of other systems leave them → their characters.
import { isText } from "domhandler";
import { parseDocument } from "htmlparser2";

/** `Lire &amp; écrire` → `Lire & écrire`; a sign that is no entity stays. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/gi, (entity) => {
    const [node] = parseDocument(entity).childNodes;
    return node !== undefined && isText(node) ? node.data : entity;
  });
}
