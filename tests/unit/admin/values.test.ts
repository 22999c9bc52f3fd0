import { describe, expect, it } from "vitest";
import { inShape, shapeOf } from "../../../src/admin/form/values.ts";

it.each([
  ["a line of text", { widget: "string" }, "text"],
  ["a long text", { widget: "text" }, "text"],
  ["a picture", { widget: "image" }, "text"],
  ["a day", { widget: "datetime" }, "text"],
  ["a list", { widget: "list" }, "list"],
  ["a choice of several values", { widget: "select", multiple: true }, "list"],
  ["a choice of one value", { widget: "select", multiple: false }, "other"],
])("knows the shape of a field for %s", (_, field, shape) => {
  expect(shapeOf(field)).toBe(shape);
});

describe("the value of a field", () => {
  it("is a list if the field takes several items", () => {
    expect(inShape("a, b ,", shapeOf({ widget: "list" }))).toEqual(["a", "b"]);
    expect(inShape(2024, shapeOf({ widget: "select", multiple: true }))).toEqual(["2024"]);
    expect(inShape([" ", null], "list")).toBeUndefined();
  });

  it("becomes the label of a term in a closed list; unknown terms stay", () => {
    const shape = shapeOf({ widget: "select", multiple: true }, { data: "Données", donnee: "Données" });
    expect(inShape("datas, Donnees, DONNÉE, design", shape)).toEqual(["Données", "design"]);
    expect(shapeOf({ widget: "select" }, undefined)).toBe("other");
  });

  it("of a flag is true for each yes that Carnet reads, otherwise undefined", () => {
    const shape = shapeOf({ widget: "boolean", required: false });
    for (const yes of [true, "true", "oui", "on", "yes"]) expect(inShape(yes, shape), String(yes)).toBe(true);
    for (const no of [false, "non", "off", undefined, "Oui"]) expect(inShape(no, shape)).toBeUndefined();
  });

  it("of a required flag is false for a no", () => {
    const shape = shapeOf({ widget: "boolean", required: true });
    for (const no of [false, "non"]) expect(inShape(no, shape)).toBe(false);
    expect(inShape("oui", shape)).toBe(true);
    expect(inShape(undefined, shape)).toBeUndefined();
  });

  it("of a text field is one line, for a list of people too", () => {
    expect(inShape([{ id: "ada" }, { name: "Grace", role: "EIG" }, "Jo"], "text")).toBe(
      "ada ; Grace, EIG ; Jo",
    );
    expect(inShape(2024, shapeOf({ widget: "string" }))).toBe("2024");
  });

  it("stays as it is in other fields, and is undefined if empty", () => {
    const shape = shapeOf({ widget: "number" });
    expect(inShape(0, shape)).toBe(0);
    for (const nothing of ["", null, undefined]) expect(inShape(nothing, shape)).toBeUndefined();
  });
});
