import { expect, it } from "vitest";
import { Gate } from "../../../../src/build/machine/gate.ts";

it("lets work pass until it is shut, for whoever holds the same memory", () => {
  const gate = new Gate();
  const other = new Gate(gate.shared);
  const done: number[] = [];
  other.pass(() => done.push(1));
  gate.shut();
  other.pass(() => done.push(2));
  expect(done).toEqual([1]);
});

it("is left by work that fails", () => {
  const gate = new Gate();
  expect(() => {
    gate.pass(() => {
      throw new Error("disk");
    });
  }).toThrow("disk");
  // It would wait for ever otherwise.
  gate.shut();
});

it("does not wait for ever for a thread that was ended within", () => {
  const gate = new Gate();
  // As such a thread leaves it.
  new Int32Array(gate.shared)[0] = 1;
  gate.shut(20);
  gate.pass(() => {
    throw new Error("It is shut.");
  });
});
