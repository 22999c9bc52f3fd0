// Messages about the files of a site's content: encoding, front matter, dates, names, tags.
import type { Messages } from "./message.ts";

export const contentMessages = {
  encoding: {
    severity: "error",
    fr: "Ce fichier n’est pas du texte en UTF-8, et Carnet ne lit rien d’autre.",
    en: "This file is not UTF-8 text, and Carnet reads nothing else.",
    hint: { fr: "Enregistrez-le en UTF-8.", en: "Save it as UTF-8." },
  },
  "file/link": {
    severity: "error",
    fr: "Ce n’est pas un fichier ordinaire mais un lien symbolique, que Carnet ne suit pas.",
    en: "This is not an ordinary file but a symbolic link, which Carnet does not follow.",
    hint: { fr: "Remplacez-le par une copie du fichier.", en: "Replace it with a copy of the file." },
  },
  "file/name": {
    severity: "error",
    fr: "Le nom de ce fichier contient un caractère invisible ou une barre oblique inverse, ou n’est pas en UTF-8.",
    en: "The name of this file contains an invisible character or a backslash, or is not UTF-8.",
    hint: { fr: "Renommez-le : lettres, chiffres et tirets.", en: "Rename it: letters, digits and hyphens." },
  },
  "too-big": {
    severity: "error",
    fr: "Ce texte dépasse {limit} ko : au-delà, chaque construction et chaque page seraient lentes.",
    en: "This text is over {limit} kB: beyond, each build and each page would be slow.",
    hint: {
      fr: "Divisez-le, ou sortez-en les images collées.",
      en: "Split it, or move out pasted pictures.",
    },
  },
  "too-big/head": {
    severity: "error",
    fr: "L’en-tête de ce texte dépasse {limit} ko : au-delà, chaque construction serait lente.",
    en: "The front matter of this text is over {limit} kB: beyond, each build would be slow.",
    hint: {
      fr: "Mettez dans le texte ce que lisent les lecteurs, ou dans un fichier de public/.",
      en: "Put what readers read into the text, or into a file in public/.",
    },
  },
  script: {
    severity: "error",
    fr: "`{found}` exécuterait un programme, ce qu’un texte n’a pas le droit de faire.",
    en: "`{found}` would run a program, which a text may not do.",
    hint: {
      fr: "Supprimez-le : du code à montrer s’écrit entre deux lignes ```, et un gabarit va dans layouts/.",
      en: "Delete it: code to show goes between two ``` lines, and a template goes into layouts/.",
    },
  },
  "script/drawing": {
    fr: "Ce dessin contient un programme, qui agirait si on l’ouvrait seul.",
    en: "This drawing contains a program, which would act if it were opened on its own.",
    hint: { fr: "Exportez-le de nouveau en « SVG simple ».", en: "Export it again as “plain SVG”." },
  },
  "stray-file": {
    severity: "error",
    fr: "Ce fichier n’est ni un texte, ni une image, un son, un film ou un document à publier à côté d’un texte.",
    en: "This file is not a text, nor a picture, a sound, a film or a document to publish beside a text.",
    hint: {
      fr: "Supprimez-le, ou mettez-le dans une archive .zip.",
      en: "Remove it, or put it into a .zip archive.",
    },
  },
  "stray-file/secret": {
    severity: "error",
    fr: "Ce fichier est caché, une copie de secours ou une clé secrète, et tout le monde pourrait le lire.",
    en: "This file is hidden, a backup or a secret key, and everyone could read it.",
    hint: { fr: "Sortez-le du site.", en: "Move it out of the site." },
  },
  "stray-file/folder": {
    fr: "Ce fichier n’est ni dans content/posts/ ni dans content/pages/ : il n’est pas publié.",
    en: "This file is neither in content/posts/ nor in content/pages/: it is not published.",
    hint: {
      fr: "Déplacez-le : posts/, pages/, public/ ou _data/.",
      en: "Move it: posts/, pages/, public/ or _data/.",
    },
  },
  "merge-conflict": {
    severity: "error",
    fr: "Deux personnes ont changé ces lignes, et leur fusion n’est pas terminée.",
    en: "Two people changed these lines, and their merge was not finished.",
    hint: {
      fr: "Gardez la bonne version, et supprimez les lignes <<<<<<<, ======= et >>>>>>>.",
      en: "Keep the right version, and delete the lines <<<<<<<, ======= and >>>>>>>.",
    },
  },
  "front-matter/none": {
    severity: "error",
    fr: "Ce texte n’a pas d’en-tête : une ligne « --- », au moins un titre, une autre ligne « --- ».",
    en: "This text has no front matter: a “---” line, at least a title, another “---” line.",
    hint: { fr: '---\ntitle: "Mon titre"\n---', en: '---\ntitle: "My title"\n---' },
  },
  "front-matter/late": {
    severity: "error",
    fr: "L’en-tête n’est pas lu : la première ligne du fichier doit être « --- », et rien d’autre.",
    en: "The front matter is not read: the first line of the file must be “---”, and nothing else.",
    hint: { fr: "---", en: "---" },
  },
  "front-matter/unclosed": {
    severity: "error",
    fr: "L’en-tête n’est pas fermé : il finit par une ligne de trois tirets, et rien d’autre.",
    en: "The front matter is not closed: it ends with a line of three hyphens, and nothing else.",
    hint: { fr: "---", en: "---" },
  },
  "front-matter/no-title": {
    severity: "error",
    fr: "Ce texte n’a pas de titre.",
    en: "This text has no title.",
    hint: { fr: 'title: "Mon titre"', en: 'title: "My title"' },
  },
  "front-matter/held-back": {
    severity: "error",
    fr: "La clé « {key} » n’est pas connue, et ne retient pas ce texte : écrivez « {field} ».",
    en: "The key “{key}” is not known, and does not hold this text back: write “{field}”.",
  },
  yaml: {
    severity: "error",
    fr: "« {found} » ne peut pas être lu comme du YAML.",
    en: "“{found}” cannot be read as YAML.",
    hint: {
      fr: "Mettez la valeur entre guillemets doubles, et vérifiez l’alignement des lignes voisines.",
      en: "Put the value between double quotes, and check the alignment of the lines around.",
    },
  },
  "yaml/unsafe": {
    severity: "error",
    fr: "« {found} » n’est pas admis : c’est un alias (*), un caractère invisible ou une clé réservée.",
    en: "“{found}” is not allowed: it is an alias (*), an invisible character or a reserved key.",
    hint: {
      fr: "Écrivez toute la valeur, ou changez la clé.",
      en: "Write the whole value, or change the key.",
    },
  },
  "yaml/twice": {
    severity: "error",
    fr: "La clé « {key} » est écrite deux fois.",
    en: "The key “{key}” is written twice.",
    hint: { fr: "Gardez une seule des deux lignes.", en: "Keep one of the two lines only." },
  },
  value: {
    severity: "error",
    fr: "« {path} » vaut {found}, ce qui ne convient pas.",
    en: "“{path}” is {found}, which does not fit.",
  },
  "value/handle": {
    severity: "warn",
    fr: "« {path} » vaut « {found} », ce qui n’est pas le nom d’un compte : il n’y aura pas de lien.",
    en: "“{path}” is “{found}”, which is not the name of an account: there will be no link.",
    hint: { fr: "twitter: anadiallo", en: "twitter: anadiallo" },
  },
  "value/cut": {
    severity: "warn",
    fr: "Après une espace, « # » commence un commentaire : « {path} » s’arrête avant « {found} ».",
    en: "After a space, “#” begins a comment: “{path}” ends before “{found}”.",
  },
  "value/option": {
    severity: "error",
    fr: "« {path} » vaut {found} ; les valeurs possibles sont {allowed}.",
    en: "“{path}” is {found}; the possible values are {allowed}.",
  },
  "value/missing": {
    severity: "error",
    fr: "Il manque « {path} ».",
    en: "“{path}” is missing.",
  },
  "value/limit": {
    severity: "error",
    fr: "« {path} » est trop long : {limit} au plus.",
    en: "“{path}” is too long: {limit} at most.",
  },
  "unknown-key": {
    fr: "La clé « {key} » n’est pas connue, et reste sans effet.",
    en: "The key “{key}” is not known, and has no effect.",
    hint: {
      fr: "Effacez cette ligne ou, si un gabarit la lit, déclarez la clé sous « fields » dans content/site.yaml.",
      en: "Delete this line or, if a layout reads it, declare the key under “fields” in content/site.yaml.",
    },
  },
  "bad-date": {
    severity: "error",
    fr: "« {found} » n’est pas un jour que Carnet comprenne : l’année vient d’abord, puis le mois et le jour, avec des tirets.",
    en: "“{found}” is not a day that Carnet understands: the year comes first, then month and day, with hyphens.",
  },
  "bad-date/unreal": {
    severity: "error",
    fr: "« {found} » est un jour qui n’existe pas.",
    en: "“{found}” is a day that does not exist.",
  },
  "no-date": {
    severity: "error",
    fr: "Cet article n’a de date ni dans son nom ni dans son en-tête.",
    en: "This post has no date, neither in its name nor in its front matter.",
  },
  "undated-draft": {
    severity: "note",
    fr: "Ce brouillon n’a pas de date : un aperçu lui donne celle du jour.",
    en: "This draft has no date: a preview gives it that of the day.",
  },
  "never-published": {
    fr: "Ce texte expire avant de paraître : personne ne le verra.",
    en: "This text expires before it comes out: nobody will see it.",
    hint: { fr: "Corrigez l’une des deux dates.", en: "Correct one of the two dates." },
  },
  "event-ends-first": {
    severity: "error",
    fr: "Cet événement se termine avant de commencer.",
    en: "This event ends before it starts.",
  },
  "no-text": {
    fr: "Ce texte est vide : sa page n’a qu’un titre.",
    en: "This text is empty: its page has only a title.",
    hint: { fr: "Écrivez-le, ou retenez-le : draft: true", en: "Write it, or hold it back: draft: true" },
  },
  "unknown-layout": {
    severity: "error",
    fr: "« {layout} » n’est pas un gabarit de ce site, qui a {allowed}.",
    en: "“{layout}” is not a layout of this site, which has {allowed}.",
  },
  language: {
    fr: "Ce texte ne semble pas écrit dans la langue où il est publié ({lang}).",
    en: "This text does not look written in the language in which it is published ({lang}).",
  },
  "no-description": {
    severity: "note",
    fr: "Ce texte n’a pas de description : les moteurs de recherche en montreront un passage au hasard.",
    en: "This text has no description: search engines will show an arbitrary passage of it.",
    hint: {
      fr: "description: De quoi parle cet article, et pour qui",
      en: "description: What this post is about, and for whom",
    },
  },
  "author-or-role": {
    fr: "« {role} » est compris comme le rôle de « {name} » ; si les deux signent, écrivez une liste.",
    en: "“{role}” is understood as the role of “{name}”; if both sign, write a list.",
  },
  "author-or-role/near": {
    fr: "« {name} » n’est pas dans people.yaml, qui connaît « {other} ».",
    en: "“{name}” is not in people.yaml, which knows “{other}”.",
    hint: {
      fr: "Écrivez « {other} », ou ajoutez cette personne.",
      en: "Write “{other}”, or add this person.",
    },
  },
  "unknown-tag": {
    fr: "« {tag} » n’est pas dans {file} (textes qui l’écrivent : {count}).",
    en: "“{tag}” is not in {file} (texts that use it: {count}).",
  },
  "unknown-tag/closed": {
    severity: "error",
    adjustable: true,
    fr: "« {tag} » n’est pas dans {file}, qui n’admet que ses propres mots.",
    en: "“{tag}” is not in {file}, which admits no other words than its own.",
  },
  "duplicate-term": {
    severity: "error",
    fr: "« {name} » est déjà décrit dans {other}.",
    en: "“{name}” is already described in {other}.",
    hint: {
      fr: "Gardez un seul des deux, ou donnez-leur des noms différents.",
      en: "Keep one of the two, or give them different names.",
    },
  },
  "duplicate-term/person": {
    fr: "« {name} » est aussi le nom de la personne de {other}, à qui iront les signatures.",
    en: "“{name}” is also the name of the person in {other}, who gets the signatures.",
    hint: {
      fr: "Si c’est une seule personne, gardez un seul fichier ; sinon, signez par le nom du fichier.",
      en: "If this is one person, keep one file; otherwise, sign with the name of the file.",
    },
  },
  "near-duplicate-tag": {
    fr: "« {other} » et « {name} » sont pris pour un même mot.",
    en: "“{other}” and “{name}” are treated as the same word.",
    hint: { fr: "Écrivez partout « {name} ».", en: "Write “{name}” everywhere." },
  },
  related: {
    fr: "« {found} » n’est le nom d’aucun article publié : il ne sera pas proposé à la suite de celui-ci.",
    en: "“{found}” is not the name of any published post: it will not be offered after this one.",
    hint: { fr: "Écrivez un nom de fichier, sans extension.", en: "Write a file name, without extension." },
  },
  translation: {
    fr: "« {found} » n’est le nom d’aucun texte dans une autre langue : celui-ci n’a pas de traduction.",
    en: "“{found}” is not the name of any text in another language: this one has no translation.",
    hint: {
      fr: "Écrivez son nom de fichier, sans extension.",
      en: "Write its file name, without extension.",
    },
  },
  "to-complete": {
    severity: "note",
    fr: "Ce modèle n’est pas rempli, et les lecteurs le voient : {found}.",
    en: "This template is not filled in, and readers see it: {found}.",
    hint: { fr: "Écrivez ce que chaque passage demande.", en: "Write what each passage asks for." },
  },
} as const satisfies Messages;
