// The audit that `accessibility` of `site.yaml` describes → the state of conformity that French law asks a site to declare.
// It is derived, never taken on trust: a site may say less of itself than its audit allows, and never more.
import * as z from "zod";
import { numeric } from "./numeric.ts";

/** From the least to the most; the words of the law are in `strings/accessibility.ts`. */
export const CONFORMITIES = ["none", "partial", "full"] as const;
export type Conformity = (typeof CONFORMITIES)[number];

/** As an owner may write a state, in the words of the law or in English. */
const WRITTEN: Readonly<Record<string, Conformity>> = {
  "non conforme": "none",
  "partiellement conforme": "partial",
  "totalement conforme": "full",
  "non-compliant": "none",
  "partially compliant": "partial",
  "fully compliant": "full",
};

const words = z.string().trim().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const rate = numeric(z.number().min(0).max(100));
const address = z.string().regex(/^(?:https?:\/\/\S+|\/(?!\/)\S*)$/);
/** A document that is published, or words that say when it will be. */
const document = z.union([address, words]);

export const accessibilitySchema = z.strictObject({
  /** Only where it is less than what the audit allows; else it is derived. */
  status: z
    .preprocess(inSmallLetters, z.enum(Object.keys(WRITTEN)))
    .transform(readConformity)
    .optional(),
  /** Share of the criteria that are met, in per cent. */
  rate: rate.optional(),
  /** Mean of the rates of the pages of the sample. */
  averageRate: rate.optional(),
  referenceVersion: words.default("RGAA 4.1.2"),
  auditedOn: day.optional(),
  auditor: words.optional(),
  organization: words.optional(),
  nonConformities: z.array(words).default([]),
  /** Exemptions for a disproportionate burden. */
  exemptions: z.array(words).default([]),
  /** Contents that the law does not cover, such as those of third parties. */
  thirdParty: z.array(words).default([]),
  declaredOn: day.optional(),
  updatedOn: day.optional(),
  technologies: z.array(words).default(["HTML", "CSS", "JavaScript"]),
  environment: z.array(words).default([]),
  tools: z.array(words).default([]),
  sample: z.array(z.strictObject({ label: words, url: address })).default([]),
  contact: z
    .strictObject({
      name: words.optional(),
      email: z.email().optional(),
      form: address.optional(),
      phone: words.optional(),
      address: words.optional(),
    })
    .default({}),
  /** The plan of several years, and that of the year. */
  multiYearPlan: document.optional(),
  actionPlan: document.optional(),
});

export type Accessibility = z.output<typeof accessibilitySchema>;

/** What was audited allows at most: without date or rate there was no audit, and a fault that is listed is a fault. */
export function allowedConformity({
  rate: met,
  auditedOn,
  nonConformities,
}: Pick<Accessibility, "rate" | "auditedOn" | "nonConformities">): Conformity {
  if (met === undefined || auditedOn === undefined || met < 50) return "none";
  return met === 100 && nonConformities.length === 0 ? "full" : "partial";
}

/** The state to declare: the one that is written where it is less than what is allowed. */
export function conformityOf(accessibility: Accessibility): Conformity {
  const allowed = allowedConformity(accessibility);
  const { status = allowed } = accessibility;
  return isAbove(status, allowed) ? allowed : status;
}

export function isAbove(one: Conformity, other: Conformity): boolean {
  return CONFORMITIES.indexOf(one) > CONFORMITIES.indexOf(other);
}

/** Years for which an audit may be declared (decree 2019-768, article 6). */
const VALID_YEARS = 3;

/** True once an audit is too old to be declared on `today`; both are days, `2026-03-02`. */
export function isExpired(auditedOn: string, today: string): boolean {
  const until = String(Number(auditedOn.slice(0, 4)) + VALID_YEARS) + auditedOn.slice(4);
  return today > until;
}

/** A state may begin as a sentence does. */
function inSmallLetters(written: unknown): unknown {
  return typeof written === "string" ? written.trim().toLowerCase() : written;
}

function readConformity(written: string): Conformity {
  return WRITTEN[written] ?? "none";
}
