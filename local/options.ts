import { parseArgs } from 'node:util';
import { SetupError } from './engine/setup-error.js';

export interface StartOptions {
  /** Drop the kept state first. */
  fresh: boolean;
  /** Legal instant to begin at; undefined = now, or where the kept state stopped. */
  at: string | undefined;
  /** Legal seconds per real second. */
  speed: number;
  port: number;
}

const DEFAULT_PORT = 8787;
const FASTEST = 100_000;

const instantOf = (text: string): string => {
  // A bare day or a time without zone is meant as local time in Việt Nam.
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(text)
    ? text
    : `${text.includes('T') ? text : `${text}T08:00:00`}+07:00`;
  const parsed = Date.parse(zoned);
  if (Number.isNaN(parsed))
    throw new SetupError('--at takes a day or an instant, such as 2023-03-10 or 2023-03-10T09:00:00+07:00.');
  return new Date(parsed).toISOString();
};

const numberOf = (text: string, option: { name: string; min: number; max: number }): number => {
  const value = Number(text);
  if (!Number.isFinite(value) || value < option.min || value > option.max)
    throw new SetupError(`--${option.name} takes a number from ${option.min} to ${option.max}.`);
  return value;
};

/** Reads the arguments of `npm start`. @throws SetupError with one clear sentence. */
export const readStartOptions = (args: string[]): StartOptions => {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        fresh: { type: 'boolean', default: false },
        at: { type: 'string' },
        speed: { type: 'string', default: '1' },
        port: { type: 'string', default: String(DEFAULT_PORT) },
      },
    }));
  } catch {
    throw new SetupError('Options: --fresh, --at <day or instant>, --speed <factor>, --port <number>.');
  }
  return {
    fresh: values.fresh,
    at: values.at === undefined ? undefined : instantOf(values.at),
    speed: numberOf(values.speed, { name: 'speed', min: 0.01, max: FASTEST }),
    port: numberOf(values.port, { name: 'port', min: 0, max: 65_535 }),
  };
};
