// Messages about markup of other tools (WordPress, MDX, SPIP…) that Carnet prints as text.
// Each says what to write instead, using what was found in it.
import { code, message } from "./message.ts";

export const foreignMessages = {
  "literal-markup/contents": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : le sommaire se fait tout seul.`,
      `Effacez cette ligne${p.found.startsWith("{:") ? " et celle du dessus" : ""} : la page reçoit un sommaire dès qu’elle a trois titres.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: the table of contents is made automatically.`,
      `Delete this line${p.found.startsWith("{:") ? " and the one above" : ""}: the page gets a table of contents as soon as it has three headings.`,
    ],
  }),
};
