// The audit of `site.yaml` → the state of conformity that French law requires a site to declare.
// The state is derived: a site may declare less than its audit allows, never more.
import type { Accessibility } from "./schema.ts";

/** From lowest to highest; the legal wording is in `strings/accessibility.ts`. */
const CONFORMITIES = ["none", "partial", "full"] as const;
export type Conformity = (typeof CONFORMITIES)[number];

/**
 * The highest state that the audit allows. Without a date or a rate there was no audit; any listed non-conformity excludes
 * `full`.
 */
export function allowedConformity({
  rate,
  auditedOn,
  nonConformities,
}: Pick<Accessibility, "rate" | "auditedOn" | "nonConformities">): Conformity {
  if (rate === undefined || auditedOn === undefined || rate < 50) return "none";
  return rate === 100 && nonConformities.length === 0 ? "full" : "partial";
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

/** True once an audit is too old to be declared on `today`: after three years (decree 2019-768, article 6). Both are days. */
export function isExpired(auditedOn: string, today: string): boolean {
  return today > String(Number(auditedOn.slice(0, 4)) + 3) + auditedOn.slice(4);
}
