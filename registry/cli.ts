import { assumedCommand } from './commands/assumed.js';
import { buildCommand } from './commands/build.js';
import { coverageCommand } from './commands/coverage.js';
import { demoContactsCommand } from './commands/demo-contacts.js';
import { publishCommand } from './commands/publish.js';
import { runCommand } from './commands/run-command.js';
import { validateCommand } from './commands/validate.js';

/** A further word is a further line; whatever needs AWS takes an adapter in its own file. */
await runCommand('registry', {
  validate: validateCommand,
  coverage: coverageCommand,
  build: buildCommand,
  publish: publishCommand,
  assumed: assumedCommand,
  'demo-contacts': demoContactsCommand,
});
