import { ReleaseSealedLane } from '../../adapters/sealed-lane.js';
import { createRegisters } from './registers.js';

/** The registry's answers about the sealed lane. */
export const createLane = (env: { REGISTRY_BUCKET: string }): ReleaseSealedLane =>
  new ReleaseSealedLane(createRegisters(env));
