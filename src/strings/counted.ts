// A number and what it counts. French says the plural from two on, English for all but one.

export const countedFr = (n: number, one: string, more: string): string =>
  `${String(n)} ${n < 2 ? one : more}`;
export const countedEn = (n: number, one: string, more: string): string =>
  `${String(n)} ${n === 1 ? one : more}`;
