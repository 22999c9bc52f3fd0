// `admin` of `site.yaml`: whether the site has a form for editors, and how they are known to the forge that holds its texts.
import * as z from "zod";
import { flag } from "./flag.ts";

export interface Admin {
  /** Identifier of the application that GitLab or Forgejo knows this site's form by; without it, editors paste a token. */
  application?: string | undefined;
  /** Address of the service that signs editors in to GitHub; without it, editors paste a token. */
  signIn?: string | undefined;
}

export const adminSchema = z.union([
  flag.transform((isOn): Admin | undefined => (isOn ? {} : undefined)),
  z.strictObject({
    application: z.string().trim().min(1).optional(),
    signIn: z.url({ protocol: /^https$/ }).optional(),
  }),
]);
