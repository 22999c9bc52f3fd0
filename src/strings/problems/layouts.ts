// Messages about what the owner of a site writes: layouts, `.eleventy.ts`, and the pages that come of them.
import { messages } from "./message.ts";

export const layoutMessages = messages({
  "html-link": {
    severity: "warn",
    fr: "L’adresse « {href} » de cette page ne mène à rien que le site ait construit.",
    en: "The address “{href}” of this page leads to nothing that the site has built.",
    hint: {
      fr: "Corrigez-la dans le gabarit : {{ adresse | url }}",
      en: "Correct it in the layout: {{ address | url }}",
    },
  },
  "html-id": {
    severity: "warn",
    fr: "Deux éléments de cette page ont l’id « {id} ».",
    en: "Two elements of this page have the id “{id}”.",
  },
  "blocked-resource": {
    severity: "warn",
    fr: "`{src}` n’est pas chargé : les pages n’admettent que ce que content/site.yaml nomme sous « policy ».",
    en: "`{src}` is not loaded: pages admit only what content/site.yaml names under “policy”.",
  },
  "lost-block": {
    severity: "warn",
    fr: "Le bloc « {name} » n’est pas affiché : aucun gabarit que celui-ci prolonge ne l’a, mais {known}.",
    en: "The block “{name}” is not shown: no layout that this one extends has it, but {known}.",
  },
  "layout-changed": {
    severity: "note",
    fr: "Ce fichier remplace {name} de Carnet, qui a changé ou disparu depuis : comparez-les, puis supprimez la ligne « {name} » de layouts/replaced.txt.",
    en: "This file replaces Carnet’s {name}, which has changed or gone since: compare them, then delete the line “{name}” of layouts/replaced.txt.",
  },
});
