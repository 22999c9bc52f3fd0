import { expect, it } from "vitest";
import { DOWNLOADED, formatOf } from "../../../src/markdown/file-formats.ts";

it.each([
  ["pdf", "PDF", ["le pdf", "PDF, 1 Mo", "(PDF)"], ["pdfs", "épdf", "word"]],
  ["zip", "ZIP", ["Zip"], ["zips"]],
  ["webm", "WEBM", ["WebM"], []],
  ["geojson", "GeoJSON", ["en GeoJSON"], ["en JSON"]],
  ["doc", "DOC", ["un DOC", "un docx", "Word"], ["swords", "PDF"]],
  ["docx", "DOCX", ["un .doc", "DOCX", "word"], ["docks"]],
  ["xls", "XLS", ["XLS", "xlsx", "Excel"], ["excellent"]],
  ["xlsx", "XLSX", ["XLS", "xlsx", "Excel"], ["excellent"]],
  ["ppt", "PPT", ["PPT", "pptx", "PowerPoint"], ["power"]],
  ["pptx", "PPTX", ["PPT", "pptx", "PowerPoint"], ["power"]],
])("names the format of a .%s file %s, and recognizes it in a text", (ending, label, named, others) => {
  const format = formatOf(ending);
  expect(format?.label).toBe(label);
  expect(named.filter((text) => !format?.said.test(text))).toEqual([]);
  expect(others.filter((text) => format?.said.test(text))).toEqual([]);
});

it("knows formats by extensions in either case, but none that a browser shows as a page", () => {
  expect(formatOf("ODT")).toBe(formatOf("odt"));
  const shown = ["html", "txt", "xml", "jpg", "constructor"];
  expect(shown.filter((ending) => formatOf(ending) !== undefined)).toEqual([]);
  expect(DOWNLOADED.split("|").filter((ending) => formatOf(ending) === undefined)).toEqual([]);
});
