// Callouts of other tools → those that Carnet has.

/** Alerts by the names that containers have elsewhere; a note where the name says nothing. */
export const ALERTS: Readonly<Record<string, string>> = {
  info: "NOTE",
  remarque: "NOTE",
  tip: "TIP",
  conseil: "TIP",
  hint: "TIP",
  success: "TIP",
  astuce: "TIP",
  important: "IMPORTANT",
  warning: "WARNING",
  attention: "WARNING",
  avertissement: "WARNING",
  danger: "CAUTION",
  failure: "CAUTION",
  bug: "CAUTION",
  caution: "CAUTION",
  error: "CAUTION",
  details: "DETAILS",
  spoiler: "DETAILS",
};
