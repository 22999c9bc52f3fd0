// Tests which links count as followed by a third party, and the address offered in their place.
import { expect, it } from "vitest";
import { trackedLink, type Tracked } from "../../../src/checks/tracked-link.ts";

const tracked = (href: string): Tracked | undefined =>
  trackedLink(href, new URL(href, "https://blog.example.org"));

it.each([
  [
    "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fe.org%2Fa%3Fb%3D1%26utm_source%3Dx&data=05%7Cx%40y.fr",
    "https://e.org/a?b=1",
  ],
  ["https://www.google.com/url?sa=t&url=https%3A%2F%2Fe.org%2F&usg=x", "https://e.org/"],
  ["https://www.google.fr/url?q=https://e.org/a%20b&sa=D", "https://e.org/a%20b"],
  ["https://l.facebook.com/l.php?u=https%3A%2F%2Fe.org%2F&h=x", "https://e.org/"],
])("unwraps %s", (href, suggestion) => {
  expect(tracked(href)).toEqual({ why: "wrapped", suggestion });
});

it.each([
  ["https://e.org/a?utm_source=linkedin&utm_medium=social", "https://e.org/a"],
  ["https://e.org/a?id=3&utm_campaign=x&page=%20b&fbclid=IwAR#fin", "https://e.org/a?id=3&page=%20b#fin"],
])("leaves the campaign out of %s", (href, suggestion) => {
  expect(tracked(href)).toEqual({ why: "campaign", suggestion });
});

it("does not know where a shortened link leads", () => {
  expect(tracked("https://lnkd.in/eXyZ123")).toEqual({ why: "short", host: "lnkd.in" });
});

it.each([
  "https://e.org/a?b=c&d=%7C#utm_source=x",
  "https://e.org/utm_source=x",
  "https://www.google.com/search?q=https://e.org/",
  "https://www.google.com/url?q=nothing",
  "https://bit.ly/",
])("leaves %s alone", (href) => {
  expect(tracked(href)).toBeUndefined();
});
