// The kinds of Carnet's callouts, and the names that other tools give to theirs.

export const CALLOUTS = ["note", "tip", "important", "warning", "caution"] as const;

/** The kind, as it is written after `> [!`, by the name of a container in another tool; neutral names become notes. */
export const ALERTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

/** What a block of another tool becomes: a kind of callout, `DETAILS` or `QUOTE`; undefined for a name that says neither. */
export const kindOf = (name: string): string | undefined =>
  /^(?:quote|cite|citation)$/i.test(name) ? "QUOTE" : ALERTS.get(name.toLowerCase());
