// Calendar days, in no particular zone: which ones exist, their parts, and the words for them.
import type { UiLang } from "../ui-lang.ts";
import type { Day } from "./types.ts";

/** A day, if it exists and its year is one that a blog can have (1900 to 2199); otherwise undefined. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1) return undefined;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (date > length) return undefined;
  return `${String(year)}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

const numbersOf = (written: string): number[] => written.split("-").map(Number);

/** True for a day as settings write it, `2026-03-02`, that exists. */
export function isDay(written: string): boolean {
  const [year = 0, month = 0, date = 0] = numbersOf(written);
  return dayFrom(year, month, date) === written;
}

/** The last day of the month, for one that does not exist. */
export function lastDayMeant(written: string): Day | undefined {
  const [year = 0, month = 0, date = 0] = numbersOf(written);
  return lastDay(year, month, date);
}

/** The last day of a month, for a day such as 30 February. */
export function lastDay(year: number, month: number, date: number): Day | undefined {
  if (date < 29 || date > 31) return undefined;
  return [30, 29, 28].map((last) => dayFrom(year, month, last)).find((day) => day !== undefined);
}

/** Year, month and day, zero-padded, as addresses use them. */
export function dayParts(day: Day): { year: string; month: string; day: string } {
  return { year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8, 10) };
}

const MONTHS = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

/**
 * The number of a month, from at least three letters at the beginning of its name, with or without accents: `déc`, `sept`,
 * `fevr`. 0 if there is no such month, or more than one.
 */
export function monthMeant(name: string): number {
  const bare = (word: string): string => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const start = bare(name);
  const found = new Set<number>();
  for (const names of [MONTHS.fr, MONTHS.en])
    for (const [i, month] of names.entries()) if (bare(month).startsWith(start)) found.add(i + 1);
  const [number = 0] = found;
  return start.length < 3 || found.size > 1 ? 0 : number;
}

/** A day in words: "1er avril 2021", "1 April 2021". */
export function longDate(day: Day, lang: UiLang): string {
  const { year, month, day: date } = dayParts(day);
  const number = String(Number(date));
  return `${lang === "fr" && number === "1" ? "1er" : number} ${MONTHS[lang][Number(month) - 1] ?? ""} ${year}`;
}

/** The same, with the hour (`09:00`) if there is one: "2 juin 2026 à 9 h 00", "2 June 2026 at 09:00". */
export function dayAndHour(day: Day, hour: string | undefined, lang: UiLang): string {
  const words = longDate(day, lang);
  if (hour === undefined) return words;
  const [hours = "", minutes = ""] = hour.split(":");
  return { fr: `${words} à ${String(Number(hours))}\u00a0h\u00a0${minutes}`, en: `${words} at ${hour}` }[
    lang
  ];
}
