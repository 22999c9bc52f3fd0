import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { calendar, dayOf, isZone, rfc3339, startOfDay } from "../../../src/content/dates.ts";
import { longDate } from "../../../src/content/days.ts";
import { readFileName } from "../../../src/content/file-names.ts";

const paris = calendar("Europe/Paris");
const day = (written: string, dates = paris): string => {
  const read = dates.read(written);
  return read.ok
    ? `${read.day}${read.clock ? ` ${read.instant.toISOString()}` : ""}`
    : `${read.reason} → ${read.suggestion ?? "?"}`;
};

describe("a written date", () => {
  test.each([
    ["2021-04-01", "2021-04-01"],
    ["2021-4-1", "2021-04-01"],
    ["2021-04-01 10:00", "2021-04-01 2021-04-01T08:00:00.000Z"],
    ["2021-04-01T10:00:00+02:00", "2021-04-01 2021-04-01T08:00:00.000Z"],
    ["2021-04-01 10:00:00 +0000", "2021-04-01 2021-04-01T10:00:00.000Z"],
    ["2021-03-31T22:30:00Z", "2021-04-01 2021-03-31T22:30:00.000Z"],
    ["2021-04-01T23:30:00-05:00", "2021-04-02 2021-04-02T04:30:00.000Z"],
    ["2021-04-01T12:00:00+14:00", "2021-04-01 2021-03-31T22:00:00.000Z"],
    ["2021-04-01T12:00:00+0545", "2021-04-01 2021-04-01T06:15:00.000Z"],
    ["2021-04-01T12:00:00+99:00", "impossible → 2021-04-01"],
    ["2021-04-01T12:00:00+20:00", "impossible → 2021-04-01"],
    ["2021-04-01T12:00:00-02:75", "impossible → 2021-04-01"],
    ["2024-02-29", "2024-02-29"],
    ["2021-02-30", "impossible → 2021-02-28"],
    ["2021-02-29", "impossible → 2021-02-28"],
    ["2021-13-01", "impossible → ?"],
    ["2021-04-31", "impossible → 2021-04-30"],
    ["2021-04-01 25:00", "impossible → 2021-04-01"],
    ["2021-03-28 02:30", "impossible → 2021-03-28 03:30"],
    ["14/07/2021", "form → 2021-07-14"],
    ["04/05/2021", "ambiguous → 2021-05-04"],
    ["31/04/2021", "form → 2021-04-30"],
    ["2021/07/14", "form → 2021-07-14"],
    ["20210714", "form → 2021-07-14"],
    ["20201-04-01", "form → ?"],
    ["1er avril 2021", "form → 2021-04-01"],
    ["March 2, 2026", "form → 2026-03-02"],
    ["2021-04-01 9h30", "hour → 2021-04-01 09:30"],
    ["2021-04-01 14 h", "hour → 2021-04-01 14:00"],
    ["2026-12-01 à 14h30", "hour → 2026-12-01 14:30"],
    ["2026-12-01 2:30 pm", "hour → 2026-12-01 14:30"],
    ["2026-12-01 14h70", "hour → 2026-12-01"],
    ["2027-03-28 à 2h30", "hour → 2027-03-28 03:30"],
    ["01/12/2026 14:30", "ambiguous → 2026-12-01 14:30"],
    ["14/12/26 9 h", "form → 2026-12-14 09:00"],
    ["2026–12–01", "form → 2026-12-01"],
    ["2026 – 12 – 01 à 14 h 30", "form → 2026-12-01 14:30"],
    ["1 déc. 2026 14h30", "form → 2026-12-01 14:30"],
    ["10 décembre 2026 à midi", "form → 2026-12-10 12:00"],
    ["December 10, 2026 at noon", "form → 2026-12-10 12:00"],
    ["10 décembre 2026 à minuit", "form → 2026-12-10"],
    ["1er décembre 2026", "form → 2026-12-01"],
    ["mardi 1er decembre 2026 à 8 heures", "form → 2026-12-01 08:00"],
    ["1 jui. 2026", "form → ?"],
    ["Dec 1st, 2026 at 9:30 am", "form → 2026-12-01 09:30"],
    ["Dec 1st, 2026 at 9 am", "form → 2026-12-01 09:00"],
    ["2026-12-01 2 p.m.", "hour → 2026-12-01 14:00"],
    ["2026-12-01 12 am", "hour → 2026-12-01 00:00"],
    ["2026-12-01 vers 14h", "hour → 2026-12-01"],
    ["14h30", "hour → ?"],
    ["14:30", "hour → ?"],
    ["demain", "form → ?"],
    ["0021-04-01", "impossible → ?"],
  ])("%s → %s", (written, expected) => {
    expect(day(written)).toBe(expected);
  });
  test.each([
    ["mardi 1er décembre 2026", true],
    ["Tuesday, December 1, 2026", true],
    ["lundi 1er décembre 2026", false],
    ["Wednesday, December 1, 2026 at 9 am", false],
  ])("%s has an exact suggestion if its weekday matches the calendar: %s", (written, exact) => {
    expect(paris.read(written)).toMatchObject({
      exact,
      suggestion: expect.stringContaining("2026-12-01") as string,
    });
  });
  test("gives the day in the site’s time zone", () => {
    expect(day("2021-04-01T23:30:00Z", calendar("Pacific/Auckland"))).toContain("2021-04-02");
    expect(day("2021-04-01T03:30:00Z", calendar("America/Martinique"))).toContain("2021-03-31");
  });
});

describe("a day in a time zone", () => {
  test.each([
    ["2021-04-01", "Europe/Paris", "2021-03-31T22:00:00.000Z"],
    ["2021-03-28", "Europe/Paris", "2021-03-27T23:00:00.000Z"],
    ["2021-10-31", "Europe/Paris", "2021-10-30T22:00:00.000Z"],
    ["2021-04-01", "Pacific/Auckland", "2021-03-31T11:00:00.000Z"],
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["2021-04-01", "UTC", "2021-04-01T00:00:00.000Z"],
  ])("%s begins in %s at %s", (one, zone, expected) => {
    expect(startOfDay(one, zone).toISOString()).toBe(expected);
    expect(dayOf(startOfDay(one, zone), zone)).toBe(one);
  });
  test("is written with the zone’s offset", () => {
    expect(rfc3339(startOfDay("2021-04-01", "Europe/Paris"), "Europe/Paris")).toBe(
      "2021-04-01T00:00:00+02:00",
    );
  });
  test("is written as by Luxon, in several zones, from 1900 to 2199", () => {
    const zones = ["UTC", "Etc/UTC", "Europe/London", "Europe/Paris", "America/St_Johns", "Asia/Kathmandu"];
    for (const zone of zones)
      for (let i = 0; i < 400; i++) {
        // From 1900 to 2199, summer and winter, with and without parts of seconds.
        const date = new Date(
          Date.UTC(1900 + ((i * 7) % 300), i % 12, 1 + (i % 28), i % 24, i % 60, i % 3, i % 2),
        );
        const written = DateTime.fromJSDate(date, { zone }).toISO({ suppressMilliseconds: true });
        expect(rfc3339(date, zone)).toBe(written);
        const start = startOfDay(dayOf(date, zone), zone);
        const begun = DateTime.fromJSDate(start, { zone }).toISO({ suppressMilliseconds: true });
        expect(rfc3339(start, zone)).toBe(begun);
      }
  });
  test("is written out in French and English", () => {
    expect(longDate("2021-04-01", "fr")).toBe("1er avril 2021");
    expect(longDate("2021-12-25", "fr")).toBe("25 décembre 2021");
    expect(longDate("2021-04-01", "en")).toBe("1 April 2021");
  });
  test("requires a zone that exists", () => {
    expect([isZone("Europe/Paris"), isZone("Paris"), isZone("")]).toEqual([true, false, false]);
  });
});

describe("a file name", () => {
  const read = (file: string): object => readFileName(`content/posts/${file}`, new Set(["en", "fr"]));
  test.each([
    ["2021-04-01-titre.md", { day: "2021-04-01", slug: "titre", draft: false }],
    ["21-04-01-titre.md", { day: "2021-04-01", slug: "titre" }],
    ["2024-12-5-titre.md", { day: "2024-12-05", slug: "titre" }],
    ["_18-07-24-titre.md", { day: "2018-07-24", slug: "titre", draft: true }],
    ["2021-04-01-titre/index.md", { day: "2021-04-01", slug: "titre", stem: "2021-04-01-titre" }],
    ["_brouillons/2021-04-01-titre.md", { day: "2021-04-01", draft: true }],
    ["en/2021-04-01-title.md", { day: "2021-04-01", slug: "title", langFolder: "en" }],
    ["en/2021-04-01-title/index.md", { day: "2021-04-01", slug: "title", langFolder: "en" }],
    ["2021/2021-04-01-titre.md", { day: "2021-04-01", slug: "titre" }],
    ["titre.md", { slug: "titre" }],
    ["2021-04-01-Un titre 3f2a1b4c5d6e7f8091a2b3c4d5e6f708.md", { day: "2021-04-01", slug: "Un titre" }],
    ["3f2a1b4c5d6e7f8091a2b3c4d5e6f708.md", { slug: "3f2a1b4c5d6e7f8091a2b3c4d5e6f708" }],
    ["2021-02-30-titre.md", { badDay: "2021-02-30" }],
    ["20201-04-01-titre.md", { badDay: "20201-04-01" }],
    ["2021-04-01.md", { day: "2021-04-01", slug: "" }],
  ])("%s", (file, expected) => {
    expect(read(file)).toMatchObject(expected);
  });
});

describe("the offset of a zone", () => {
  // Clocks changed twice within a week, within a month, by half an hour, at midnight, before 1970; a day skipped.
  const CASES: [zone: string, from: string, days: number][] = [
    ["America/Noronha", "2000-09-25", 40],
    ["America/Argentina/Tucuman", "2004-05-20", 50],
    ["Africa/Cairo", "2010-07-25", 90],
    ["Africa/Casablanca", "2024-02-25", 80],
    ["Australia/Lord_Howe", "2026-03-25", 20],
    ["Europe/Paris", "2026-03-20", 20],
    ["Europe/Paris", "1944-08-15", 70],
    ["America/Sao_Paulo", "2018-10-25", 30],
    ["Pacific/Apia", "2011-12-20", 20],
    ["Asia/Amman", "2021-10-20", 20],
    ["Asia/Tehran", "2022-03-10", 30],
  ];
  test("equals Luxon's in every zone, before and after 1970", () => {
    for (const zone of Intl.supportedValuesOf("timeZone"))
      for (const written of [
        "1905-05-05T05:05Z",
        "1971-03-01T12:00Z",
        "1999-12-31T23:59Z",
        "2026-07-14T00:30Z",
      ]) {
        const moment = DateTime.fromISO(written, { zone });
        expect(rfc3339(moment.toJSDate(), zone), zone).toBe(moment.toISO({ suppressMilliseconds: true }));
      }
  });

  test.each(CASES)("equals Luxon's in %s, from %s on, hour by hour", (zone, from, days) => {
    const start = DateTime.fromISO(from, { zone: "utc" });
    for (let hour = 0; hour < days * 24; hour++) {
      const moment = start.plus({ hours: hour }).setZone(zone);
      expect(rfc3339(moment.toJSDate(), zone)).toBe(moment.toISO({ suppressMilliseconds: true }));
      if (hour % 24 === 0) {
        const day = moment.toFormat("yyyy-MM-dd");
        const first = DateTime.fromISO(day, { zone }).startOf("day").getPossibleOffsets()[0];
        expect(startOfDay(day, zone).getTime()).toBe(first?.toMillis());
      }
    }
  });
});
