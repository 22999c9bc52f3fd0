// Tests the warnings about sentences that a sign of their layout turns into code, a heading or a list.
import { describe, expect, it } from "vitest";
import { codes, problems } from "./support.ts";

const hint = (body: string): string | undefined => problems(body)[0]?.hint;

describe("an indented paragraph", () => {
  it.each([
    ["after a tab", "Avant.\n\n\tLes équipes, venues de dix ministères, ont présenté leurs défis.", "3:2"],
    ["after spaces, with figures", "    Le 3 mars 2026, les douze équipes se sont réunies à Nîmes.", "1:5"],
    ["in an item", "- a\n\n      « Les délais ont baissé de moitié », dit l’équipe.", "3:7"],
    [
      "of raw HTML, after a blank line in it",
      "<div>\n<p>a</p>\n\n    <h2>\n      Un titre\n    </h2>\n</div>",
      "4:5",
    ],
    [
      "with links and emphasis",
      "\tVous trouverez *ici* [le rapport](https://example.org/a_b) de `notre` équipe.",
      "1:2",
    ],
    [
      "on several lines",
      "    Les équipes, venues de dix ministères,\n    ont présenté hier leurs défis.",
      "1:5",
    ],
    [
      "among others that are shorter",
      "\tVous pouvez lire le début de ce texte :\n\n\t`un ordre`\n\n\tUn autre record est tombé ce soir.",
      "1:2",
    ],
    ["with a link in raw HTML", '<p>\n<a href="/a/">Un</a>\n\n    <a href="/b/">Deux</a>\n</p>', "4:5"],
    [
      "of several sentences on several lines",
      "\tLa journée commence à neuf heures.\n\n\tElle finit par un repas pris ensemble.",
      "1:2",
    ],
  ])("is reported as shown as code: %s", (_title, body, place) => {
    expect(codes(body)).toEqual([`${place} misread-text`]);
    expect(hint(body)).toContain("Effacez ce qui précède le premier mot");
  });

  it.each([
    ["items of a list", "Voici :\n\n    - un lecteur de vidéo ;\n    - deux **pages** de plus.", "3:5"],
    ["items with numbers, in an item", "- a\n\n      1. un titre court\n      2. une image", "3:7"],
  ])("is reported too: %s", (_title, body, place) => {
    expect(codes(body)).toEqual([`${place} misread-text`]);
    expect(hint(body)).toContain("Effacez ce qui précède le premier signe, ici et aux lignes suivantes");
  });

  it.each([
    ["data", "    - name: Build\n    - name: Publish it now\n\n    - un\n    - deux"],
    ["code", "    SELECT name FROM people WHERE id > 3;\n\n    if (a == b) { return Un.Deux(); }"],
    ["commands and output", "    npm run build\n\n    Site construit : 51 pages, dont 11 articles."],
    ["a few words", "    Un titre court.\n\n    premier\n    deuxième"],
    ["a sentence in a fence", "```\nLes équipes ont présenté leurs défis hier.\n```"],
    ["a link alone", "    [Le rapport](https://example.org/)"],
    [
      "a comment under a line of code",
      "    npm install\n\n    Le programme affiche alors ceci : tout va bien.",
    ],
    ["a comment between blocks of code", "    cp a b\n\n    Copiez le fichier dans le dossier.\n\n    ls c"],
    ["a comment among lines of code", "    Copiez ensuite le fichier dans le dossier.\n    cp a b"],
  ])("is not seen in %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a paragraph above a line of dashes", () => {
  const long = "Les douze équipes de la promotion se sont réunies à Nîmes ";
  it.each([
    ["that is a sentence", "Avant.\n\nMerci à toutes et à tous.\n------", "3:1", "avant la ligne 4"],
    ["that is long", `${long.repeat(2)}\n---`, "1:1", "avant la ligne 2"],
    [
      "of several lines",
      "Direction de la communication\nService de presse\n-----",
      "1:1",
      "avant la ligne 3",
    ],
    ["in a quotation", "> Cordialement, l’équipe.\n> -----", "1:3", "avant la ligne 2"],
    // Alone in a paragraph, equal signs are shown.
    ["above equal signs", "Merci à toutes et à tous.\n===", "1:1", "Effacez la ligne 2, ou"],
  ])("is reported as shown as a heading: one %s", (_title, body, place, fix) => {
    expect(codes(body)[0]).toBe(`${place} misread-text`);
    expect(hint(body)).toContain(fix);
  });

  it.each([
    ["a short title", "Les résultats\n---\n\nEt après ?\n---\n\nÀ suivre...\n---"],
    ["a rule", "Merci à toutes et à tous.\n\n---\n\nFin."],
  ])("is not seen in %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a title between two lines of equal signs", () => {
  it.each([
    ["=====\nUn titre\n=====", "1:1", "`## Un titre`"],
    ["Avant.\n\n===\nUn *beau* [titre](/a/) \n=======", "3:1", "`## Un *beau* [titre](/a/)`"],
    ["## Un\n\n====\nDeux\n====", "3:1", "`## Deux`"],
    ["> ==\n> Un titre\n> ==", "1:3", "`> ## Un titre`"],
  ])("gets a single line instead: %j", (body, place, fix) => {
    expect(codes(body)).toEqual([`${place} misread-text`]);
    expect(hint(body)).toBe(`À la place de ces trois lignes, écrivez ${fix}`);
  });
});

describe("a number that the sign of a list cuts off", () => {
  it.each([
    ["+ 15 % d’équipes\n+ 3 ministères", ["1:1", "2:1"], "`- +15 % d’équipes`"],
    ["2026. Une année charnière.", ["1:1"], "`2026\\. Une année charnière.`"],
    ["> 1998) Une autre.", ["1:1"], "`1998\\) Une autre.`"],
  ])("is reported: %s", (body, places, fix) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} misread-text`));
    expect(hint(body)).toContain(fix);
  });

  it.each([
    ["+ un\n+ deux"],
    ["- 15 équipes\n- 3 ministères"],
    ["1. Un\n2. Deux"],
    ["3\\. Trois"],
    ["2025. Un\n2026. Deux"],
  ])("is not seen in a list: %j", (body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("lines that are each a link", () => {
  it.each([
    ["Les hôtels :\n[Un](https://a.fr)\n[Deux](https://b.fr)\n[Trois](https://c.fr)", "3:1"],
    ["> [Un](https://a.fr/x_y) \n> [Deux](/b/)", "2:3"],
    ["https://a.fr/\n<https://b.fr/>", "2:1"],
  ])("are reported as shown on one line, once: %j", (body, place) => {
    expect(codes(body)).toEqual([`${place} misread-text`]);
    expect(hint(body)).toContain("commencez chacune de ces lignes par `- `");
  });

  it("are reported with what readers see of two of them", () => {
    expect(problems("[Un *a*](https://a.fr)\n[Deux](https://b.fr)")[0]?.message).toBe(
      "« Deux » est affiché à la suite de « Un *a* », sur une même ligne.",
    );
  });

  it.each([
    "Les hôtels :  \n[Un](https://a.fr)  \n[Deux](https://b.fr)",
    "- [Un](https://a.fr)\n- [Deux](https://b.fr)",
    "Voir\n[Un](https://a.fr)\net\n[Deux](https://b.fr).",
    "Nous avons [publié](https://a.fr)\n[plusieurs](https://b.fr)\n[billets](https://c.fr).",
    "[![Un](a.png)](https://a.fr)\n[![Deux](b.png)](https://b.fr)",
    "`https://a.fr`\n`https://b.fr`",
  ])("are not seen in %j", (body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("lines that each begin with a label", () => {
  it.each([
    ["**Quand ?** Le 15 décembre\n**Où ?** À Lyon", "2:1"],
    ["Bonjour,\n**Présents :**\n**Excusé** : le ministère", "3:1"],
    ["- **Type :** CDD\n  **Lieu :** Lyon", "2:3"],
    ["De : Direction\nEnvoyé : mardi\nObjet: Réunion", "2:1"],
    ["D1 : valider le budget.\nD2 : lancer le marché.\nD3 : publier le code.", "2:1"],
    ["05/02 : Demo Day, à Paris.\n11/02 : comité.\n14/02 : rien.", "2:1"],
    ["Au programme\n9 h 30 – 10 h : accueil.\n10h-12h | Ateliers.\n12h15 — Table ronde.", "3:1"],
    ["Au programme :\n9h-12h Atelier\n14h Formation", "3:1"],
    ["**14h** Webinaire\n**16h** Café", "2:1"],
    ["9:30 Opening\n10 am Talks", "2:1"],
    ["**1.** Mesurer.\n**2.** Réduire.", "2:1"],
    ["2019 : création de l’équipe, avec trois agents.\n2021 : douze agents.\n2024 : fin.", "2:1"],
  ])("are reported as shown on one line, once: %j", (body, place) => {
    expect(codes(body)).toEqual([`${place} misread-text`]);
    expect(hint(body)).toContain("laissez une ligne vide entre elles");
  });

  it("are reported without their signs", () => {
    expect(problems("**Quand ?** Demain<sup>1</sup>\n**Où ?** À <b>Lyon</b>")[0]?.message).toBe(
      "« Où ? À Lyon » est affiché à la suite de « Quand ? Demain1 », sur une même ligne.",
    );
  });

  it.each([
    "**Quand ?** Demain  \n**Où ?** À Lyon",
    "**Quand ?** Demain\\\n**Où ?** À Lyon",
    "**Quand ?** Demain\n\n**Où ?** À Lyon",
    "Nous avons trois buts :\n**Former** les agents et\n**Aider** les autres.",
    "Résultat : douze équipes ont fini.\nConclusion : tout va bien.",
    "Date : mardi  \nLieu : Lyon  \nPrix : rien",
    "Nous ouvrons à\n9h, puis les agents viennent ; ils seront\n10 à midi, et\n14h est l’heure de fin.",
  ])("are not seen in %j", (body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("short lines that each begin like a line of their own", () => {
  it.each([
    ["an address", "Mission numérique\n20 avenue de Ségur\n75007 Paris", "2:1"],
    ["verses", "Sous le pont Mirabeau coule la Seine\nEt nos amours\nFaut-il qu’il m’en souvienne", "2:1"],
    [
      "verses of one length",
      "Le soir descend sur la mairie endormie\nUn chat traverse la place sans un bruit\nLes lampes une à une éteignent la nuit",
      "2:1",
    ],
    ["key figures", "**Chiffres clés :**\n35 jeux de données\n1,2 million de lignes\n0 € d’achats", "3:1"],
    ["a contact", "Écrivez-nous :\nService presse\npresse@example.org\n+33 1 23 45 67 89", "3:1"],
    ["in an item", "- Mairie de Lyon\n  Place de la Comédie\n  69001 Lyon", "2:3"],
    ["in a quotation", "> Un vers\n> Encore un vers\n> Et un autre", "2:3"],
    ["in English", "Digital Unit\n1 Main Street\nSpringfield", "2:1"],
  ])("are reported as shown on one line, once: %s", (_title, body, place) => {
    expect(codes(body)).toEqual([`${place} misread-text`]);
    expect(hint(body)).toContain("finissez-les par `\\` (une adresse, des vers)");
  });

  it.each([
    ["two of them", "Mission numérique\n75007 Paris"],
    [
      "kept apart",
      "Mission  \n20 avenue  \nParis\n\nMission\\\n20 avenue\\\nParis\n\nMission<br>\n20 avenue<br>\nParis",
    ],
    [
      "wrapped by a text editor",
      "Les agents de la\nVille de\nParis ont rencontré ceux de\nLyon et de\nMarseille.",
    ],
    [
      "wrapped in a language with many capitals",
      "Die Ergebnisse zeigen, dass kürzere Formulare\nschneller ausgefüllt werden und weniger\nRückfragen entstehen. Im Vergleich zum\nVorjahr sank die Zahl der Anrufe um ein\nDrittel, während Anträge vollständiger\neingereicht wurden.",
    ],
    ["a sentence each", "Nous avons fini.\nTout va bien.\nMerci à tous !\nÀ bientôt."],
    ["long lines", `${"Le bilan des équipes a été présenté à la mairie de la Ville Lumière\n".repeat(4)}Fin`],
    ["a name cut by the end of a line", "Nous remercions [la Ville\nDe Paris](https://a.fr) et le\nMaire"],
    ["code", "```\nUn\nDeux\nTrois\n```"],
  ])("are not seen in %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });

  it.each([
    ["numbers typed by hand", "1° la règle\n2° l’exception\n3° le silence", ["1:1 literal-list"]],
    ["numbers and dashes", "1 – Mesurer\n2 – Réduire\n3 – Publier", ["1:1 literal-list"]],
    ["a paragraph before hyphens", "Lieu : Lyon\nJour : 3 juin\nHeure : 9 h\n---", ["1:1 misread-text"]],
    ["a title in bold", "**Contact presse**\nService presse\nMairie de Lyon", ["1:1 bold-heading"]],
  ])("are reported once, by what tells more of them: %s", (_title, body, found) => {
    expect(codes(body)).toEqual(found);
  });
});

describe("a line at the margin under a list or a quotation", () => {
  it.each([
    ["a sentence", "- Un\n- Un point de la liste.\nAinsi, douze équipes ont fini.\n\nFin.", "3:1"],
    ["under a numbered list", "1. Un\n2. Deux\nAinsi, douze équipes.", "3:1"],
    ["in bold", "- Premier\n**Ensuite**, les équipes.", "2:1"],
    ["under a list in a list", "- a\n  - b\nEnsuite, les équipes.", "3:1"],
    ["after items that begin with emoji too", "- ✅ Un\n- ✅ Deux\n👉 Candidatez", "3:1"],
    ["with a label, once", "- **Type :** CDD\n**Lieu :** Lyon", "2:1"],
    ["under a quotation", "> _Mon enfant grandit._\nCollectivité : Marseille", "2:1"],
  ])("is reported as joined to it: %s", (_title, body, place) => {
    expect(codes(body)).toEqual([`${place} misread-text`]);
    expect(hint(body)).toContain("laissez une ligne vide avant");
  });

  it("is reported with the line before, and a fix for either meaning", () => {
    const [inList] = problems("- Un point\nLa suite.");
    expect(inList).toMatchObject({
      severity: "note",
      message: "« La suite. » est affiché à la suite de « Un point », dans le même point de la liste.",
    });
    expect(inList?.hint).toContain("commencez la ligne par deux espaces");
    expect(problems("> Un mot.\nLa suite.")[0]?.hint).toContain("commencez la ligne par `>`");
  });

  it.each([
    [
      "goes on with the sentence",
      "- Le bilan des équipes\ncaractérise les sources.\n\n- Les agents de la\nVille",
    ],
    [
      "is wrapped by a text editor",
      "- Les équipes ont présenté leurs travaux devant les agents de la mairie de\nParis et devant ceux\n- Les équipes ont présenté leurs travaux devant quatre-vingts agents publics\nParis",
    ],
    ["is indented, or has the sign of the quotation", "- Un point.\n  La suite.\n\n> Un mot.\n> La suite."],
    ["comes before another item", "- Un point.\nCatégorie : IA\n- Deux"],
    ["follows a break", "- Un point  \nLa suite\n\nTexte\n\n- Un point\\\nLa suite"],
    ["is separated", "- Un point.\n\nLa suite."],
  ])("is not reported if it %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a signature after a hyphen", () => {
  it.each([
    ["> Une belle année.\n> - Ann Lee", "2:5"],
    ["> « Une belle année »\n>\n> - Ann Lee, cheffe de projet", "3:5"],
    ["Merci à tous !\n\n- L’équipe du programme (Lyon)", "3:3"],
    ["Cordialement,\n\n- L’équipe du programme", "3:3"],
  ])("is reported: %j", (body, place) => {
    expect(codes(body)).toEqual([`${place} misread-text`]);
    expect(problems(body)[0]?.hint).toMatch(/^Pour une signature, écrivez un tiret long : `— [AL]/);
  });

  it.each([
    ["a list that is announced", "Avec :\n\n- Ann Lee"],
    ["a list of several names", "Merci.\n\n- Ann Lee\n- Bob Poe"],
    ["a sentence", "Merci.\n\n- Ann Lee est venue.\n"],
    ["a list before a text", "Merci.\n\n- Ann Lee\n\nFin."],
    ["one word after a text, which may be anything", "Merci.\n\n- Documentation"],
    ["a list in a list", "1. Merci.\n\n   - Ann Lee"],
    ["a long dash", "> Merci.\n> — Ann Lee"],
  ])("is not %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});
