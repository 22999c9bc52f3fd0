// Calendar days, in no particular zone: which ones exist, their parts, and the words for them.
import type { UiLang } from "../ui-lang.ts";
import type { Day } from "./types.ts";

/** A day, if it exists and its year is one that a blog can have (1900 to 2199); otherwise undefined. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const day = new Date(Date.UTC(year, month - 1, date));
  const exists = day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return exists && year >= 1900 && year <= 2199 ? day.toISOString().slice(0, 10) : undefined;
}

/** True for a day as settings write it, `2026-03-02`, that exists. */
export function isDay(written: string): boolean {
  const [year = 0, month = 0, date = 0] = written.split("-").map(Number);
  return dayFrom(year, month, date) === written;
}

/** Year, month and day, zero-padded, as addresses use them. */
export function dayParts(day: Day): { year: string; month: string; day: string } {
  return { year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8, 10) };
}

const MONTHS: Readonly<Record<UiLang, readonly string[]>> = {
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** The number of a month by its name, or by at least its first three letters; 0 if there is none. */
export function monthNamed(name: string): number {
  const start = name.toLowerCase();
  const isNamed = (month: string): boolean => start.length > 2 && month.toLowerCase().startsWith(start);
  return Math.max(...Object.values(MONTHS).map((names) => names.findIndex(isNamed))) + 1;
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
