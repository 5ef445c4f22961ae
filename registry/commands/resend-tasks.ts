import { parseArgs } from 'node:util';
import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import { resendTasks } from '../../core/use-cases/resend-tasks.js';
import { stageTables, type StageTables } from '../stage-tables.js';
import { print, type Command } from './command.js';

/** Mails the open tasks of these agencies again and says how many each has. */
export const resendTo = async (stage: StageTables, agencies: readonly string[]): Promise<number> => {
  let all = 0;
  for (const agencyId of agencies) {
    const promised = await resendTasks(stage.resend, agencyId);
    if (promised > 0) print(`open tasks of ${agencyId} mailed again: ${promised}`);
    all += promised;
  }
  return all;
};

/** Mails the open tasks again that were assigned to contacts with another address than before. */
export const resendAssigned = async (
  stage: StageTables,
  moved: readonly { agencyId: string; contactIds: readonly string[] }[],
): Promise<void> => {
  for (const { agencyId, contactIds } of moved) {
    const promised = await resendTasks(stage.resend, agencyId, contactIds);
    if (promised > 0)
      print(`tasks assigned to ${contactIds.join(', ')} of ${agencyId} mailed again: ${promised}`);
  }
};

export const resendTasksCommand: Command = {
  usage: '--stage NAME [--agency ID]…',
  about: 'mails open tasks again, with links that act now; without an agency, those of all',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { stage: { type: 'string' }, agency: { type: 'string', multiple: true } },
    });
    if (values.stage === undefined) throw new TypeError('--stage names the stage');
    const stage = await stageTables(values.stage);
    const agencies = values.agency ?? (await new DynamoContactStore(stage).agencies());
    print(`Agencies: ${agencies.length}. Open tasks mailed again: ${await resendTo(stage, agencies)}.`);
    return 0;
  },
};
