import { importContactsCommand } from './commands/import-contacts.js';
import { resendTasksCommand } from './commands/resend-tasks.js';
import { reportContactsCommand } from './commands/report-contacts.js';
import { runCommand } from './commands/run-command.js';

await runCommand('contacts', {
  import: importContactsCommand,
  report: reportContactsCommand,
  resend: resendTasksCommand,
});
