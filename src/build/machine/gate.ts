// A gate between two threads: one works in steps, the other can shut the gate at any time, for good.
// Shutting waits for the step in progress, and no other begins: a folder can then be removed safely.

const WORKING = 0;
const SHUT = 1;

/** In milliseconds. A step takes far less, on any disk that still responds. */
const PATIENCE = 3000;

export class Gate {
  /** To be passed to the other thread, which makes its own gate from it. */
  readonly shared: SharedArrayBuffer;
  readonly #state: Int32Array<SharedArrayBuffer>;

  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.shared = shared;
    this.#state = new Int32Array(shared);
  }

  /** Does a step of work and returns what it returns, or does nothing if the gate is shut. */
  pass<T>(work: () => T): T | undefined {
    // Stored before the gate is read, so that each side sees what the other did first.
    Atomics.store(this.#state, WORKING, 1);
    try {
      return Atomics.load(this.#state, SHUT) === 0 ? work() : undefined;
    } finally {
      Atomics.store(this.#state, WORKING, 0);
      Atomics.notify(this.#state, WORKING);
    }
  }

  /**
   * Returns once the other thread is between two steps, and will begin none; or after `patience` milliseconds, since a thread
   * that was terminated during a step never reports its end.
   */
  shut(patience = PATIENCE): void {
    Atomics.store(this.#state, SHUT, 1);
    const until = performance.now() + patience;
    while (Atomics.load(this.#state, WORKING) === 1 && performance.now() < until)
      Atomics.wait(this.#state, WORKING, 1, 50);
  }
}
