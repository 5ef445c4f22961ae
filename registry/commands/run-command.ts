import type { Command } from './command.js';

/**
 * Runs the command that the first argument names and sets the exit code: the command's own, or 2 when it cannot run.
 * What went wrong is told in one line; what it was given is not repeated.
 */
export const runCommand = async (script: string, commands: Record<string, Command>): Promise<void> => {
  const [word = '', ...args] = process.argv.slice(2);
  const command = commands[word];
  if (command === undefined) {
    const help = Object.entries(commands)
      .map(([name, { usage, about }]) => `  ${name} ${usage}\n      ${about}`)
      .join('\n');
    process.stderr.write(`npm run ${script} -- <command>\n${help}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await command.run(args);
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exitCode = 2;
  }
};
