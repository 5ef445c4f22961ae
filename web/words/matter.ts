import type { MatterOf } from '../../core/petition/matter-schemas.js';
import { codeWords } from './code.js';

type Place = Pick<MatterOf, 'no' | 'of'>;

/** To a unit, which does not hear what the other matters are, nor the code under which they are followed. */
export const matterWords = ({ no, of }: Place): string =>
  `Vụ việc ${no} trong ${of} vụ việc của một kiến nghị`;

/** To whoever handed it in. */
export const matterOfSubmission = ({ no, of, code }: Place & Pick<MatterOf, 'code'>): string =>
  `Vụ việc ${no} trong ${of} vụ việc của kiến nghị ${codeWords(code)}`;
