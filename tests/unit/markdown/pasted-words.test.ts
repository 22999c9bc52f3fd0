// Tests the warnings about words that were copied along with a text.
import { describe, expect, it } from "vitest";
import { codes, problems } from "./support.ts";

describe("what a writing assistant says of its work", () => {
  it.each([
    "Voici une version améliorée de votre article :",
    "Voici votre article corrigé :",
    "Bien sûr ! Voici un article de blog sur la promotion.",
    "Avec plaisir ! Voici une proposition de billet.",
    "Sure! Here’s a draft of the post.",
    "Certainly! Below is the text.",
    "Here is a revised version of your blog post:",
    "N’hésitez pas à me dire si vous souhaitez que je modifie le ton.",
    "Souhaitez-vous que je raccourcisse ce texte ?",
    "Souhaitez-vous que j’adapte le ton ?",
    "Voulez-vous que je traduise ce texte ?",
    "Sure! Here are some catchy titles for the post:",
    "Si vous voulez que je reformule ce passage, dites-le.",
    "Let me know if you'd like me to shorten it.",
    "Would you like me to make it more formal?",
    "Let me know if you would like any changes!",
    "As an AI language model, I cannot verify this.",
    "As of my last knowledge update, the programme ran.",
    "En tant que modèle de langage, je ne peux pas le dire.",
    "En tant qu’IA, je n’ai pas d’avis.",
    "Bien entendu, Voici une proposition d’article.",
    "Certainement. Voici la version du texte.",
    "Absolument ! Voici un brouillon.",
    "D’accord. Voici une traduction.",
    "Parfait! Voici un article.",
    "Très bien. Voici une ébauche.",
    "Of course! Here is the summary.",
    "Absolutely! Here is a draft.",
    "Got it! Below is the outline.",
    "Faites-le-moi, que je reformule ce passage.",
    "Fais-moi signe, si tu veux que je reformule ce passage.",
    "Dites-moi si vous souhaitez que je raccourcisse le texte.",
    "Dis-moi si tu veux que je raccourcisse le texte.",
    "Souhaites-tu que je le reformule ?",
    "Veux-tu que je l’adapte ?",
    "Voici  une version améliorée\nde votre\u00a0article :",
  ])("is reported: %s", (text) => {
    expect(codes(`${text}\n\nLe texte lui-même.`)).toEqual(["1:1 pasted-words"]);
    expect(codes(`${text}\n\n- un\n- deux`)).toEqual(["1:1 pasted-words"]);
  });

  it.each([
    "Voici une version améliorée du formulaire.",
    "Voici notre article sur la promotion.",
    "Voici le texte de loi.",
    "Voici votre texte de référence, tel que publié au Journal officiel.",
    "Voici votre billet pour le spectacle.",
    "Avec plaisir ! Voici la nouvelle version du site.",
    "Avec plaisir ! Voici une traduction de la charte.",
    "Bien sûr, voici ce que nous avons appris.",
    "N’hésitez pas à me dire si vous souhaitez participer.",
    "Dites-moi si vous voulez que je présente le projet chez vous.",
    "Let me know if you’d like me to speak at your event.",
    "Let me know if you’d like me to add more examples in the next post.",
    "Dites-moi si vous souhaitez que je rédige un autre article sur ce sujet.",
    "Souhaitez-vous que je traduise vos documents ?",
    "Absolutely! Here are three examples.",
    "Of course. Here is what we learned.",
    "Sure. Here’s the thing about public data.",
    "As of my last update, four teams were ready.",
    "En tant que cheffe de projet, je ne peux pas le dire.",
    "> Voici une version améliorée de votre article :",
    "« Voici une version améliorée de votre article », répond l’outil.",
    "- Sure! Here’s a draft of the post.",
    "`Sure! Here’s a draft`, dit-il.",
  ])("is not seen in %s", (text) => {
    expect(codes(text).filter((one) => one.includes("pasted"))).toEqual([]);
  });
});

describe("a part of a web page", () => {
  it.each([
    "Temps de lecture : 5 min",
    "*Temps de lecture : 5 minutes*",
    "Durée de lecture\u00a0: environ 5\u00a0minutes",
    "5 min read",
    "4 minutes de lecture",
    "Publié le 3 mars 2026 à 10h30",
    "Published on March 3, 2026",
    "Partager :",
    "Partager sur LinkedIn",
    "Share this post",
    "Tweet",
    "Accepter les cookies",
    "Aller au contenu principal",
    "Haut de page",
    "Durée de lecture : 3 minutes",
    "Estimated reading time: 4 minutes",
    "Reading time: 4 mins",
    "Posted March 3, 2026 at 10:30",
    "Tweeter",
    "Copier le lien",
    "Copy link",
    "Refuser les cookies",
    "Gérer les cookies",
    "Tout accepter",
    "Accept all cookies",
    "Reject cookies",
    "Manage cookies",
    "Passer au contenu",
    "Skip to main content",
    "Retour en haut de page",
    "Back to top",
    "Publié le\u00a03\u00a0mars 2026\nà\u202f10h30",
  ])("is reported: %s", (text) => {
    expect(codes(`Avant.\n\n${text}`)).toEqual(["3:1 pasted-words"]);
    expect(problems(text)[0]?.message).toContain("semble copié d’une page web");
  });

  it.each([
    "Publié le 3 mars 2026 par la direction.",
    "Le temps de lecture : 5 min.",
    "Partager ce que nous savons :",
    "Partager :\n\n- le savoir ;\n- le temps.",
    "Partager :\n\n1. **Le savoir.** Une fois par mois.",
    "Partager :\n\n- le lien entre les équipes ;\n- le temps.",
    "[Partager](https://example.org/)",
    "**Partager**",
    "- Tweet",
    "Lire aussi : [le bilan](https://example.org/)",
  ])("is not seen in %s", (text) => {
    expect(codes(text).filter((one) => one.includes("pasted"))).toEqual([]);
  });
});

it.each([
  "Partager :\n\n- [Facebook](https://example.org/)\n- LinkedIn",
  "Share:\n\n1. Copy link",
  "Partager :\n\n- [Par courriel](mailto:?body=a)",
])("the buttons of a web page are reported above their list: %j", (text) => {
  expect(codes(text)).toEqual(["1:1 pasted-words"]);
});

describe("a part of a message on a social network", () => {
  it("is reported where the message was cut", () => {
    expect(codes("Avant.\n\nNous avons réuni douze équipes …voir plus")).toEqual(["3:32 pasted-words"]);
    expect(codes("Nous… voir plus bas.")).toEqual([]);
  });

  it("is reported once as a sign with its name", () => {
    const found = problems("Fini ! hashtag#OpenData et hashtag#eig\n\nhashtag#fin");
    expect(found.map(({ line, column, hint }) => [line, column, hint])).toEqual([
      [1, 8, "Écrivez `#OpenData`, et de même plus loin, ou effacez ces mots."],
    ]);
  });

  it("is noted as hashtags at the end of a text, with the line of front matter", () => {
    const [found, ...others] = problems("Un texte.\n\n#bilan #eig4");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ line: 3, column: 1, code: "pasted-words", severity: "note" });
    expect(found?.hint).toContain("`tags: [bilan, eig4]`");
    expect(problems("#bilan #2026")[0]?.hint).toContain('`tags: [bilan, "2026"]`');
  });

  it("is noted below words that call them hashtags", () => {
    for (const label of ["Mots-clés :", "Tags:", "_Hashtags :_", "Étiquettes :", "Libellés :"])
      expect(codes(`${label}\n\n#bilan #eig4`), label).toEqual(["3:1 pasted-words"]);
  });

  it("is noted above the notes of the text", () => {
    expect(codes("Un texte[^1].\n\n[^1]: Une note.\n\n#bilan #eig4")).toEqual(["5:1 pasted-words"]);
  });

  it.each([
    "#bilan #eig4\n\nUn texte.",
    "Un texte.\n\n#bilan",
    "Suivez #bilan et #eig4",
    "Voir #12, #13",
    "Fini :\n\n#12 #13",
    "Couleurs :\n\n#fff, #000091",
    "Nos canaux :\n\n#equipe #entraide",
    "_Nos canaux :_\n\n#equipe #entraide",
  ])("is not seen in %j", (text) => {
    expect(codes(text)).toEqual([]);
  });
});
