// `admin` of `site.yaml`: whether the site has a form for editors, and how the form signs them in to the forge that holds the
// texts.
import * as z from "zod";
import { flag } from "../flag.ts";

export interface Admin {
  /**
   * Identifier under which the form is registered as an application in GitLab or Forgejo; without it, editors paste a token.
   */
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
