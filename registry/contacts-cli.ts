import { importContactsCommand } from './commands/import-contacts.js';
import { resendTasksCommand } from './commands/resend-tasks.js';
import { runCommand } from './commands/run-command.js';

await runCommand('contacts', { import: importContactsCommand, resend: resendTasksCommand });
