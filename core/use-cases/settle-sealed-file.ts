import { IllegalTransitionError } from '../errors.js';
import type { SealedLane } from '../ports/sealed-lane.js';
import type { Closure } from '../sealed/sealed-events.js';
import type { SealedFile } from '../sealed/sealed-file.js';
import {
  actorOf,
  changeSealedFile,
  fileOf,
  type ChangeSealedDeps,
  type Officer,
} from './change-sealed-file.js';

export interface SettleDeps extends ChangeSealedDeps {
  lane: Pick<SealedLane, 'releaseId' | 'standing' | 'deadline'>;
}

/** Has the same been recorded already? Then a repetition of the request changes nothing. */
const isHandedOver = (file: SealedFile, documentNo: string): boolean =>
  file.status === 'HANDED-OVER' && file.handedOver.documentNo === documentNo;

/**
 * The body has taken the file into the procedure of the law, under the number of a document. What follows is kept there;
 * the date by which it must end stays here.
 * @throws NotFoundError, IllegalTransitionError.
 */
export const handOverFile = async (
  deps: SettleDeps,
  officer: Officer,
  { fileId, documentNo }: { fileId: string; documentNo: string },
): Promise<SealedFile> => {
  const { file } = await changeSealedFile(
    deps,
    () => fileOf(deps, fileId, officer),
    async (before) => {
      if (isHandedOver(before, documentNo)) return null;
      if (before.status !== 'RECEIVED') throw new IllegalTransitionError('hand-over', before.status);
      const resolveBy = await deps.lane.deadline('resolve', before.provinceId, deps.clock.now());
      const happening = { type: 'DenunciationHandedOver' as const, data: { documentNo, resolveBy } };
      return { happening, actor: actorOf(officer, before), mails: false };
    },
  );
  return file;
};

const isClosedSo = (file: SealedFile, { closure, documentNo }: { closure: Closure; documentNo: string }) =>
  file.status === 'CLOSED' && file.closed.closure === closure && file.closed.documentNo === documentNo;

/** The file is over, as a document of the body says. @throws NotFoundError, IllegalTransitionError. */
export const closeFile = async (
  deps: SettleDeps,
  officer: Officer,
  ask: { fileId: string; closure: Closure; documentNo: string },
): Promise<SealedFile> => {
  const { closure, documentNo } = ask;
  const { file } = await changeSealedFile(
    deps,
    () => fileOf(deps, ask.fileId, officer),
    (before) => {
      if (isClosedSo(before, ask)) return Promise.resolve(null);
      // A conclusion is the end of the procedure, so the procedure must have begun.
      if (closure === 'concluded' && before.status !== 'HANDED-OVER')
        return Promise.reject(new IllegalTransitionError('close', before.status));
      const happening = { type: 'DenunciationClosed' as const, data: { closure, documentNo } };
      return Promise.resolve({ happening, actor: actorOf(officer, before), mails: false });
    },
  );
  return file;
};
