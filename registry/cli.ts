import { assumedCommand } from './commands/assumed.js';
import { buildCommand } from './commands/build.js';
import type { Command } from './commands/command.js';
import { coverageCommand } from './commands/coverage.js';
import { demoContactsCommand } from './commands/demo-contacts.js';
import { publishCommand } from './commands/publish.js';
import { validateCommand } from './commands/validate.js';

/** A further word is a further line; whatever needs AWS takes an adapter in its own file. */
const COMMANDS: Record<string, Command> = {
  validate: validateCommand,
  coverage: coverageCommand,
  build: buildCommand,
  publish: publishCommand,
  assumed: assumedCommand,
  'demo-contacts': demoContactsCommand,
};

const help = (): string =>
  Object.entries(COMMANDS)
    .map(([word, { usage, about }]) => `  ${word} ${usage}\n      ${about}`)
    .join('\n');

const main = async ([word = '', ...args]: string[]): Promise<number> => {
  const command = COMMANDS[word];
  if (command === undefined) {
    process.stderr.write(`npm run registry -- <command>\n${help()}\n`);
    return 2;
  }
  return command.run(args);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 2;
}
