// The words by which people say that something is on or off. Apart from the schema, which the form in the browser does not load.
export const YES = ["yes", "oui", "on", "true"] as const;
export const NO = ["no", "non", "off", "false"] as const;

export function isYes(word: string): boolean {
  return YES.some((yes) => yes === word);
}
