// The words for on and off. Separate from the schema, which the form in the browser does not load.
export const YES = ["yes", "oui", "on", "true"] as const;
export const NO = ["no", "non", "off", "false"] as const;

export function isYes(word: string): boolean {
  return YES.some((yes) => yes === word);
}
