// `accessibility` of `site.yaml` (the audit) → the state of conformity that French law requires a site to declare.
// The state is derived: a site may declare less than its audit allows, never more.
import * as z from "zod";
import { numeric } from "../yaml-values.ts";

/** From lowest to highest; the legal wording is in `strings/accessibility.ts`. */
const CONFORMITIES = ["none", "partial", "full"] as const;
export type Conformity = (typeof CONFORMITIES)[number];

/** How an owner may write a state: in the words of the law, or in English. */
const WRITTEN: Readonly<Record<string, Conformity>> = {
  "non conforme": "none",
  "partiellement conforme": "partial",
  "totalement conforme": "full",
  "non-compliant": "none",
  "partially compliant": "partial",
  "fully compliant": "full",
};

const words = z.string().trim().min(1);
const day = z.iso.date();
const rate = numeric(z.number().min(0).max(100));
const address = z.string().regex(/^(?:https?:\/\/\S+|\/(?!\/)\S*)$/);
/** A published document, or words that say when it will be published. */
const document = z.union([address, words]);

export const accessibilitySchema = z.strictObject({
  /** Only if it is lower than what the audit allows; otherwise it is derived. */
  status: z
    .preprocess(inSmallLetters, z.enum(Object.keys(WRITTEN)))
    .transform(readConformity)
    .optional(),
  /** Share of the criteria that are met, in per cent. */
  rate: rate.optional(),
  /** Mean of the rates of the pages in the sample, in per cent. */
  averageRate: rate.optional(),
  referenceVersion: words.default("RGAA 4.1.2"),
  auditedOn: day.optional(),
  auditor: words.optional(),
  organization: words.optional(),
  nonConformities: z.array(words).default([]),
  /** Exemptions for disproportionate burden. */
  exemptions: z.array(words).default([]),
  /** Content that the law does not cover, such as third-party content. */
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
  /** The plan for several years, and the plan for the year. */
  multiYearPlan: document.optional(),
  actionPlan: document.optional(),
});

export type Accessibility = z.output<typeof accessibilitySchema>;

/**
 * The highest state that the audit allows. Without a date or a rate there was no audit; any listed non-conformity excludes
 * `full`.
 */
export function allowedConformity({
  rate: met,
  auditedOn,
  nonConformities,
}: Pick<Accessibility, "rate" | "auditedOn" | "nonConformities">): Conformity {
  if (met === undefined || auditedOn === undefined || met < 50) return "none";
  return met === 100 && nonConformities.length === 0 ? "full" : "partial";
}

/** The state to declare: the written one if it is lower than the allowed one, otherwise the allowed one. */
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

/** True once an audit is too old to be declared on `today`. Both are days, such as `2026-03-02`. */
export function isExpired(auditedOn: string, today: string): boolean {
  const until = String(Number(auditedOn.slice(0, 4)) + VALID_YEARS) + auditedOn.slice(4);
  return today > until;
}

/** A state may be written with a capital letter. */
function inSmallLetters(written: unknown): unknown {
  return typeof written === "string" ? written.trim().toLowerCase() : written;
}

function readConformity(written: string): Conformity {
  return WRITTEN[written] ?? "none";
}
