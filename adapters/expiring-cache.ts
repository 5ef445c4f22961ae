/** Bounds of a cache: how long a value may be used, how many are kept. */
interface Bounds {
  maxAgeMs: number;
  maxEntries: number;
}

/**
 * Values that a container keeps for a while, by key. Ages run on a monotonic clock: a jump of the system's time neither
 * prolongs nor ends them. The oldest goes first when it is full.
 */
export class ExpiringCache<T> {
  readonly #entries = new Map<string, { value: Promise<T>; until: number }>();

  constructor(
    private readonly bounds: Bounds,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** The kept value, or a new one; callers at the same time share one load. A failed load is not kept. */
  get(key: string, load: () => Promise<T>): Promise<T> {
    const kept = this.#entries.get(key);
    if (kept !== undefined && this.nowMs() < kept.until) return kept.value;
    this.#entries.delete(key);
    const value = load();
    const entry = { value, until: this.nowMs() + this.bounds.maxAgeMs };
    this.#entries.set(key, entry);
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.bounds.maxEntries && oldest.done !== true)
      this.#entries.delete(oldest.value);
    return value;
  }
}
