// Callouts of other tools → Carnet's.

/** Alerts, by the names of containers in other tools; neutral names become notes. */
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
