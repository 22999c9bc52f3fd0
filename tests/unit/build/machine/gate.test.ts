import { expect, it } from "vitest";
import { Gate } from "../../../../src/build/machine/gate.ts";

it("lets work pass until it is shut, also through another gate on the same memory", () => {
  const gate = new Gate();
  const other = new Gate(gate.shared);
  const done: number[] = [];
  other.pass(() => done.push(1));
  gate.shut();
  other.pass(() => done.push(2));
  expect(done).toEqual([1]);
});

it("is released by work that fails", () => {
  const gate = new Gate();
  expect(() => {
    gate.pass(() => {
      throw new Error("disk");
    });
  }).toThrow("disk");
  // This would wait for ever otherwise.
  gate.shut();
});

it("does not wait for ever for a thread that ended while inside", () => {
  const gate = new Gate();
  // The state in which such a thread leaves it.
  new Int32Array(gate.shared)[0] = 1;
  gate.shut(20);
  gate.pass(() => {
    throw new Error("It is shut.");
  });
});
