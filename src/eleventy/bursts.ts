// Single changes → calls that never overlap, one for each burst of saves.

/** Saves within this many milliseconds count as one: editors write a file in several steps. */
const SETTLE_MS = 60;

export class Bursts {
  private onChange: ((changed: readonly string[]) => Promise<void>) | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Changes that have not been passed to a call yet. */
  private waiting = new Set<string>();
  private call: Promise<void> | undefined;

  note(path: string): void {
    this.waiting.add(path);
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.answer();
    }, SETTLE_MS);
  }

  start(onChange: (changed: readonly string[]) => Promise<void>): void {
    this.onChange = onChange;
    if (this.waiting.size > 0) this.wait();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.onChange = undefined;
    await this.call;
  }

  private answer(): void {
    if (this.waiting.size === 0 || !this.onChange || this.call) return;
    const changed = [...this.waiting];
    this.waiting.clear();
    this.call = this.onChange(changed).finally(() => {
      this.call = undefined;
      if (this.waiting.size > 0) this.wait();
    });
  }
}
