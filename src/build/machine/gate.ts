// A gate between two threads: one does its work piece by piece, the other can shut it at once and for good.
// Whoever shuts it waits for the piece under way, and knows that no other is begun: a folder may then be taken away.

const WORKING = 0;
const SHUT = 1;

/** A piece of work takes far less, on any disk that still answers. */
const PATIENCE = 3000;

export class Gate {
  /** Given to the other thread, whose own gate is made of it. */
  readonly shared: SharedArrayBuffer;
  readonly #state: Int32Array<SharedArrayBuffer>;

  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.shared = shared;
    this.#state = new Int32Array(shared);
  }

  /** Does a piece of work, or nothing once the gate is shut. */
  pass(work: () => void): void {
    // Said before it is asked whether the gate is shut: so each side sees what the other one did first.
    Atomics.store(this.#state, WORKING, 1);
    try {
      if (Atomics.load(this.#state, SHUT) === 0) work();
    } finally {
      Atomics.store(this.#state, WORKING, 0);
      Atomics.notify(this.#state, WORKING);
    }
  }

  /**
   * Returns once the other thread is in no piece of work, and will begin none; or after `patience` milliseconds, since a thread
   * that was ended in the middle of one never says that it left it.
   */
  shut(patience = PATIENCE): void {
    Atomics.store(this.#state, SHUT, 1);
    const until = performance.now() + patience;
    while (Atomics.load(this.#state, WORKING) === 1 && performance.now() < until)
      Atomics.wait(this.#state, WORKING, 1, 50);
  }
}
