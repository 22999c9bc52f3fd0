import { describe, expect, it } from "vitest";
import { inShape, shapeOf } from "../../../src/admin/form/values.ts";

it.each([
  ["a line", { widget: "string" }, "text"],
  ["a text", { widget: "text" }, "text"],
  ["a picture", { widget: "image" }, "text"],
  ["a day", { widget: "datetime" }, "text"],
  ["a list", { widget: "list" }, "list"],
  ["a choice of several", { widget: "select", multiple: true }, "list"],
  ["a choice of one", { widget: "select", multiple: false }, "other"],
])("has a shape for the field of %s", (_, field, shape) => {
  expect(shapeOf(field)).toBe(shape);
});

describe("the value of a field", () => {
  it("is a list where editors add one item after another, or choose several", () => {
    expect(inShape("a, b ,", shapeOf({ widget: "list" }))).toEqual(["a", "b"]);
    expect(inShape(2024, shapeOf({ widget: "select", multiple: true }))).toEqual(["2024"]);
    expect(inShape([" ", null], "list")).toBeUndefined();
  });

  it("is a label of a closed list, however a text names it, and what it names besides", () => {
    const shape = shapeOf({ widget: "select", multiple: true }, { data: "Données", donnee: "Données" });
    expect(inShape("datas, Donnees, DONNÉE, design", shape)).toEqual(["Données", "design"]);
    expect(shapeOf({ widget: "select" }, undefined)).toBe("other");
  });

  it("is on for each word that Carnet takes for yes, and else says nothing", () => {
    const shape = shapeOf({ widget: "boolean", required: false });
    for (const yes of [true, "true", "oui", "on", "yes"]) expect(inShape(yes, shape), String(yes)).toBe(true);
    for (const no of [false, "non", "off", undefined, "Oui"]) expect(inShape(no, shape)).toBeUndefined();
  });

  it("is off, and not nothing, where it has to be answered", () => {
    const shape = shapeOf({ widget: "boolean", required: true });
    for (const no of [false, "non"]) expect(inShape(no, shape)).toBe(false);
    expect(inShape("oui", shape)).toBe(true);
    expect(inShape(undefined, shape)).toBeUndefined();
  });

  it("is a line where people are written as a list", () => {
    expect(inShape([{ id: "ada" }, { name: "Grace", role: "EIG" }, "Jo"], "text")).toBe(
      "ada ; Grace, EIG ; Jo",
    );
    expect(inShape(2024, shapeOf({ widget: "string" }))).toBe("2024");
  });

  it("stays what it is in fields that know more", () => {
    const shape = shapeOf({ widget: "number" });
    expect(inShape(0, shape)).toBe(0);
    for (const nothing of ["", null, undefined]) expect(inShape(nothing, shape)).toBeUndefined();
  });
});
