import { describe, expect, it } from "vitest";
import { readDate } from "../../../src/importers/dates.ts";

const ZONE = "Europe/Paris";

describe("a date in front matter", () => {
  it.each([
    ["2021-04-01", "2021-04-01"],
    ["2021-04-01 09:30", "2021-04-01"],
    ["2021-03-31T23:30:00Z", "2021-04-01"],
  ])("%s stays unchanged, and is %s in the blog's zone", (written, day) => {
    expect(readDate(written, ZONE)).toEqual({ as: "written", day });
  });

  it.each([
    ["Thu, 01 Apr 2021 09:30:00 +0200", "2021-04-01 09:30:00 +0200"],
    ["Thu Apr 1 2021 09:30:00 GMT+0200", "2021-04-01 09:30:00 +0200"],
    ["2021/4/1 9:30", "2021-04-01 09:30"],
    ["2021/04/01 09:30:00.123 UTC", "2021-04-01 09:30:00 +0000"],
    ["31/12/2020 18:00", "2020-12-31 18:00"],
    ["1er avril 2021", "2021-04-01"],
    ["April 1, 2021", "2021-04-01"],
  ])("%s becomes %s", (written, value) => {
    expect(readDate(written, ZONE)).toEqual({ as: "rewritten", day: value.slice(0, 10), value });
  });

  it("that is ambiguous is read as in the file's name, if that has either reading", () => {
    expect(readDate("03/04/2021", ZONE)).toMatchObject({ as: "ambiguous", day: "2021-04-03" });
    expect(readDate("03/04/2021", ZONE, "2021-03-04")).toMatchObject({ as: "rewritten", day: "2021-03-04" });
  });

  it("keeps only its day if summer time skipped its hour", () => {
    expect(readDate("2022-03-27 02:30", ZONE)).toEqual({
      as: "rewritten",
      day: "2022-03-27",
      value: "2022-03-27",
    });
  });

  it("has the day as written, whatever its offset, if the blog has no zone", () => {
    expect(readDate("2021-03-31T23:30:00Z", undefined)).toMatchObject({ day: "2021-03-31" });
  });

  it.each([
    ["Last Modified", { as: "clock" }],
    ["git Created", { as: "clock" }],
    ["bientôt", { as: "nothing" }],
    ["2021-02-30", { as: "nothing" }],
  ])("%s is not a day", (written, reading) => {
    expect(readDate(written, ZONE)).toEqual(reading);
  });
});
