// Calendars, as calendar programs read them.
import { expect, it } from "vitest";
import { planned, settings, texts } from "../pages/planned.ts";

const lines = (text: string): string[] => text.replaceAll("\r\n ", "").split("\r\n");

async function calendar(event: string, more = "", ...site: string[]): Promise<string> {
  const plan = await planned({
    ...settings(...site),
    ...texts({ "posts/2026-01-05-a": `title: "Réunion, puis visite"\nevent: { ${event} }\n${more}` }),
  });
  return plan.text("/blog/2026/01/05/a.ics");
}

it("writes hours in UTC, with nothing of the clock or of chance", async () => {
  const text = await calendar(
    'start: 2026-07-10 14:00, end: 2026-07-10 17:00, place: "Paris, 20 avenue", url: /venir/',
    "description: Une visite.\nupdated: 2026-02-01",
  );
  expect(lines(text)).toEqual([
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Carnet//carnet-blog//EN"],
    ...["BEGIN:VEVENT", "UID:https://blog.example.org/blog/2026/01/05/a/", "SEQUENCE:0"],
    ...["DTSTAMP:20260131T230000Z", "DTSTART:20260710T120000Z", "DTEND:20260710T150000Z"],
    ...["SUMMARY:Réunion\\, puis visite", "LOCATION:Paris\\, 20 avenue"],
    String.raw`DESCRIPTION:Une visite.\n\nhttps://blog.example.org/venir/`,
    ...["URL;VALUE=URI:https://blog.example.org/blog/2026/01/05/a/", "END:VEVENT", "END:VCALENDAR", ""],
  ]);
});

it.each([
  ["start: 2026-03-10", "DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260311"],
  ["start: 2026-03-10, end: 2026-03-12", "DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260313"],
  ["start: 2026-03-10 14:00, end: 2026-03-12", "DTSTART:20260310T130000Z", "DTEND:20260312T230000Z"],
])("writes whole days as days: %s", async (event, start, end) => {
  const found = lines(await calendar(event)).filter((line) => /^DT(?:START|END)/.test(line));
  expect(found).toEqual([start, end]);
});

it("folds lines of more than 75 bytes", async () => {
  const text = await calendar("start: 2026-03-10", `description: ${"É".repeat(200)}`);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

it("keeps the identifier that the post had before a move", async () => {
  const text = await calendar("start: 2026-03-10", "", "feeds: { ids: https://vieux.example.org }");
  expect(lines(text)).toContain("UID:https://vieux.example.org/blog/2026/01/05/a/");
});
