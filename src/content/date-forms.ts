// A text that is no date of ours, in one of the forms that people write → the date that may have been meant.
import { dayFrom, lastDay, monthNamed } from "./days.ts";
import type { Day } from "./types.ts";

/** Why a text is no date, and what may have been meant. */
export function whyNoDate(written: string): { reason: "form" | "ambiguous"; suggestion: string | undefined } {
  const [, first, second, year] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(written) ?? [];
  if (first !== undefined && second !== undefined && year !== undefined) {
    const european = dayFrom(Number(year), Number(second), Number(first));
    const american = dayFrom(Number(year), Number(first), Number(second));
    const ambiguous = european !== undefined && american !== undefined && european !== american;
    return {
      reason: ambiguous ? "ambiguous" : "form",
      suggestion: european ?? american ?? lastDay(Number(year), Number(second), Number(first)),
    };
  }
  const [, y, m, d] =
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(written) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? [];
  if (y !== undefined) return { reason: "form", suggestion: dayFrom(Number(y), Number(m), Number(d)) };
  const [, whole, hour = "", minute = "00"] =
    /^(\d{4}-\d{1,2}-\d{1,2})[ T]+(\d{1,2}) ?h ?(\d{2})?$/i.exec(written) ?? [];
  if (whole !== undefined) return { reason: "form", suggestion: `${whole} ${hour}:${minute}` };
  return { reason: "form", suggestion: named(written) };
}

/** "2 mars 2026", "1er avril 2021", "March 2, 2026" → a day. */
function named(written: string): Day | undefined {
  const words =
    written
      .toLowerCase()
      .replace(/1er/, "1")
      .match(/[\p{L}]+|\d+/gu) ?? [];
  const month = Math.max(...words.map(monthNamed));
  const year = words.find((one) => /^\d{4}$/.test(one));
  const date = words.find((one) => /^\d{1,2}$/.test(one));
  return month > 0 && year !== undefined && date !== undefined
    ? dayFrom(Number(year), month, Number(date))
    : undefined;
}
