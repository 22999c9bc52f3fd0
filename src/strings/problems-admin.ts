// Messages about the repository in site.yaml, and about `admin`, the form for editors, which saves there.
import type { Forge } from "../site/schema.ts";
import { message } from "./message.ts";
import type { Translated } from "./translated.ts";

const FORGES: Readonly<Record<Forge, string>> = { github: "GitHub", gitlab: "GitLab", forgejo: "Forgejo" };

/** Why each key of `admin` is needed. */
const NEEDS: Readonly<Record<"application" | "signIn", Translated>> = {
  application: { fr: "GitLab et Forgejo le demandent", en: "GitLab and Forgejo ask for it" },
  signIn: { fr: "GitHub en a besoin", en: "GitHub needs it" },
};

export const adminMessages = {
  "settings/admin": message<{ missing: "repository" | "forge"; repository: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      p.missing === "repository"
        ? [
            "Le formulaire (admin) enregistre dans le dépôt Git du site, et rien ne dit où il est.",
            "Ajoutez son adresse : repository: https://github.com/programme/blog",
          ]
        : [
            `Le formulaire (admin) ne sait pas quel logiciel sert ${p.repository}.`,
            "Ajoutez son nom, github, gitlab ou forgejo : forge: gitlab",
          ],
    en: (p) =>
      p.missing === "repository"
        ? [
            "The form (admin) saves in the site’s Git repository, and nothing says where that is.",
            "Add its address: repository: https://github.com/programme/blog",
          ]
        : [
            `The form (admin) does not know what software serves ${p.repository}.`,
            "Add its name, github, gitlab or forgejo: forge: gitlab",
          ],
  }),
  "unknown-key/branch": message<{ found: string; heard: string }>({
    severity: "warn",
    fr: (p) => [
      `« branch: ${p.found} » n’a pas d’effet ici : l’adresse du dépôt nomme la branche « ${p.heard} ».`,
      "Effacez cette ligne, ou mettez dans repository l’adresse du dossier à la branche voulue.",
    ],
    en: (p) => [
      `“branch: ${p.found}” has no effect here: the address of the repository names the branch “${p.heard}”.`,
      "Delete this line, or give repository the address of the folder on the branch that you want.",
    ],
  }),
  "unknown-key/admin": message<{ name: "application" | "signIn"; forge: Forge }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.name} » n’a pas d’effet ici : ${NEEDS[p.name].fr}, et le dépôt de ce site est sur ${FORGES[p.forge]}.`,
      p.name === "signIn"
        ? "Effacez cette ligne ; pour une connexion sans jeton, écrivez application: et l’identifiant que donne votre forge."
        : "Effacez cette ligne ; pour une connexion sans jeton, écrivez signIn: et l’adresse d’un service de connexion.",
    ],
    en: (p) => [
      `“${p.name}” has no effect here: ${NEEDS[p.name].en}, and this site’s repository is on ${FORGES[p.forge]}.`,
      p.name === "signIn"
        ? "Delete this line; to sign in without a token, write application: and the identifier that your forge gives."
        : "Delete this line; to sign in without a token, write signIn: and the address of a service that signs people in.",
    ],
  }),
};
