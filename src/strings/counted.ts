// A number and what it counts. The plural begins at two in French, and applies to every number but one in English.

export const countedFr = (n: number, one: string, more: string): string =>
  `${String(n)} ${n < 2 ? one : more}`;
export const countedEn = (n: number, one: string, more: string): string =>
  `${String(n)} ${n === 1 ? one : more}`;
