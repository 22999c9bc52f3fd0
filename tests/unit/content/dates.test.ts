import { describe, expect, it, test } from "vitest";
import {
  calendar,
  dayOf,
  endOfDay,
  isZone,
  longMoment,
  rfc3339,
  startOfDay,
} from "../../../src/content/dates.ts";
import { dayFrom, longDate } from "../../../src/content/dates.ts";

const paris = calendar("Europe/Paris");

describe("a date", () => {
  test.each([
    ["2026-03-02", "2026-03-02", "2026-03-01T23:00:00.000Z", false],
    ["2026-3-2", "2026-03-02", "2026-03-01T23:00:00.000Z", false],
    ["2026-03-02 14:30", "2026-03-02", "2026-03-02T13:30:00.000Z", true],
    ["2026-03-02T14:30:15Z", "2026-03-02", "2026-03-02T14:30:15.000Z", true],
    ["2021-03-12 23:30:00 +0000", "2021-03-13", "2021-03-12T23:30:00.000Z", true],
    // The hour comes twice when summer time ends: the first one counts.
    ["2026-10-25 02:30", "2026-10-25", "2026-10-25T00:30:00.000Z", true],
  ])("%s is a day in the zone, and an instant", (written, day, instant, clock) => {
    expect(paris.read(written)).toEqual({ ok: true, day, instant: new Date(instant), clock });
  });
  test.each([
    ["2021-02-30", undefined],
    ["2021-13-01", undefined],
    ["20201-04-01", undefined],
    ["2026-03-29 02:30", undefined],
    ["2026-03-02 25:00", undefined],
    ["2026-03-02 10:00 +99:00", undefined],
    ["hier", undefined],
    ["03/02/2026", undefined],
    ["14/07/2021", "2021-07-14"],
    ["07/14/2021", "2021-07-14"],
    ["2/2/2026", "2026-02-02"],
    ["1er avril 2021", "2021-04-01"],
    ["2 March 2026", "2026-03-02"],
  ])("%s is not one; it can mean %s", (written, suggestion) => {
    const read = paris.read(written);
    expect(read.ok).toBe(false);
    expect(read).toMatchObject(suggestion === undefined ? {} : { suggestion });
    if (suggestion === undefined) expect((read as { suggestion?: string }).suggestion).toBeUndefined();
  });
});

describe("a day", () => {
  it("begins and ends in its zone, also where midnight does not exist", () => {
    expect(startOfDay("2026-03-29", "Europe/Paris").toISOString()).toBe("2026-03-28T23:00:00.000Z");
    expect(endOfDay("2026-03-29", "Europe/Paris").toISOString()).toBe("2026-03-29T22:00:00.000Z");
    expect(startOfDay("2018-11-04", "America/Sao_Paulo").toISOString()).toBe("2018-11-04T03:00:00.000Z");
    expect(dayOf(new Date("2026-07-01T22:30:00Z"), "Europe/Paris")).toBe("2026-07-02");
  });
  it("exists in the calendar", () => {
    expect(dayFrom(2024, 2, 29)).toBe("2024-02-29");
    expect([dayFrom(2023, 2, 29), dayFrom(2026, 4, 31), dayFrom(20201, 4, 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("has words in both languages", () => {
    expect([longDate("2021-04-01", "fr"), longDate("2021-04-01", "en")]).toEqual([
      "1er avril 2021",
      "1 April 2021",
    ]);
    const moment = new Date("2026-06-02T07:00:00Z");
    expect(longMoment(moment, "Europe/Paris", "fr")).toBe("2 juin 2026 à 9\u00a0h\u00a000");
    expect(longMoment(moment, "Europe/Paris", "en")).toBe("2 June 2026 at 09:00");
  });
});

it("is written for feeds with the zone’s offset", () => {
  const instant = new Date("2021-03-31T22:00:00Z");
  expect(rfc3339(instant, "Europe/Paris")).toBe("2021-04-01T00:00:00+02:00");
  expect(rfc3339(instant, "UTC")).toBe("2021-03-31T22:00:00Z");
});

it("a zone is one of the IANA database", () => {
  expect([isZone("Europe/Paris"), isZone("Paris")]).toEqual([true, false]);
});
