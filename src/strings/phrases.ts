// What both languages write by rule: numbers of things, months, sizes of files. `Intl` is not used: what it
// writes depends on the ICU of the machine.
import type { UiLang } from "../ui-lang.ts";

/** A number and what it counts. The plural begins at two in French, and is for every number but one in English. */
export const countedFr = (n: number, one: string, more: string): string =>
  `${String(n)} ${n < 2 ? one : more}`;
export const countedEn = (n: number, one: string, more: string): string =>
  `${String(n)} ${n === 1 ? one : more}`;

/** The names of months, as headings: with a capital. */
export const MONTHS = {
  fr: "Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** The days and hours of an event: texts that follow others begin with a small letter. */
interface MomentWords {
  hour: (hour: string) => string;
  at: (day: string, hour: string) => string;
  fromHour: (day: string, hour: string) => string;
  toHour: (hour: string) => string;
  untilHour: (hour: string) => string;
  fromDay: (day: string) => string;
  toDay: (day: string) => string;
}

export const MOMENTS: Readonly<Record<UiLang, MomentWords>> = {
  fr: {
    hour: (hour) => {
      const [hours = "", minutes = ""] = hour.split(":");
      return `${String(Number(hours))}\u00a0h${minutes === "00" ? "" : `\u00a0${minutes}`}`;
    },
    at: (day, hour) => `${day} à ${hour}`,
    fromHour: (day, hour) => `${day}, de\u00a0${hour}`,
    toHour: (hour) => `à\u00a0${hour}`,
    untilHour: (hour) => `jusqu’à\u00a0${hour}`,
    fromDay: (day) => `du ${day}`,
    toDay: (day) => `au\u00a0${day}`,
  },
  en: {
    hour: (hour) => hour,
    at: (day, hour) => `${day} at ${hour}`,
    fromHour: (day, hour) => `${day}, from ${hour}`,
    toHour: (hour) => `to ${hour}`,
    untilHour: (hour) => `until ${hour}`,
    fromDay: (day) => `from ${day}`,
    toDay: (day) => `to ${day}`,
  },
};

/**
 * A number of bytes in decimal units, with one decimal below ten and none above: more would not help anyone to decide whether
 * to download. `units` are from bytes to gigabytes.
 */
function fileSize(bytes: number, units: readonly [string, string, string, string], point: string): string {
  // Rounded as it will be shown: 999,600 bytes are 1 MB, not 1000 kB.
  const power = units.findIndex((_, i) => i === 3 || Math.round(bytes / 1000 ** i) < 1000);
  const amount = bytes / 1000 ** power;
  const shown =
    amount < 9.95 ? (Math.round(amount * 10) / 10).toFixed(1).replace(".0", "") : amount.toFixed(0);
  return `${shown.replace(".", point)}\u00a0${units[power] ?? ""}`;
}

export const fileSizeFr = (bytes: number): string => fileSize(bytes, ["o", "ko", "Mo", "Go"], ",");
export const fileSizeEn = (bytes: number): string => fileSize(bytes, ["B", "kB", "MB", "GB"], ".");
