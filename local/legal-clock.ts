import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../core/time.js';

interface Anchor {
  legalAt: Instant;
  realAt: Instant;
  speed: number;
}

/**
 * The legal clock of the local system: an anchor file that every function reads. legal = legalAt + (real − realAt) × speed.
 * Stopping freezes it: the file keeps the legal instant at which the system stopped.
 */
export class LegalClock {
  constructor(readonly file: string) {}

  /** The instant at which kept state stopped, or undefined when there is none. */
  stoppedAt(): Instant | undefined {
    return existsSync(this.file) ? this.read().legalAt : undefined;
  }

  now(): Instant {
    const { legalAt, realAt, speed } = this.read();
    return new Date(Date.parse(legalAt) + (Date.now() - Date.parse(realAt)) * speed).toISOString();
  }

  speed(): number {
    return this.read().speed;
  }

  /** Runs from `legalAt` on, from this moment. */
  start(legalAt: Instant, speed: number): void {
    this.write({ legalAt, realAt: new Date().toISOString(), speed });
  }

  jumpTo(legalAt: Instant): void {
    this.start(legalAt, this.speed());
  }

  /** Keeps the present legal instant for the next start. */
  stop(): void {
    this.start(this.now(), this.speed());
  }

  private read(): Anchor {
    return JSON.parse(readFileSync(this.file, 'utf8')) as Anchor;
  }

  /** Renamed into place: a function that reads meanwhile sees the old anchor or the new one. */
  private write(anchor: Anchor): void {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(anchor));
    renameSync(`${this.file}.new`, this.file);
  }
}
