import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RENEW_AFTER_DAYS, RENEW_AFTER_WAITS } from '../../core/use-cases/take-next-step.js';
import { parseDefinition, type State } from '../support/asl/definition.js';
import { workflowText } from '../support/asl/world.js';

const readme = readFileSync(new URL('../../workflows/README.md', import.meta.url), 'utf8');
const definition = parseDefinition(workflowText());

/** The ways out of every task, which the document describes once. */
const isCommon = (errors: readonly string[]): boolean =>
  errors.includes('StaleRunError') || errors.includes('States.ALL');

const waysOf = (state: State): string[] => {
  switch (state.Type) {
    case 'Task': {
      const caught = state.Catch.filter((catcher) => !isCommon(catcher.ErrorEquals)).map(
        (catcher) => catcher.Next,
      );
      return [...new Set([state.Next, ...caught])];
    }
    case 'Choice':
      return [...state.Choices.map((choice) => choice.Next), state.Default];
    case 'Wait':
      return [state.Next];
    case 'Succeed':
      return [];
  }
};

/** `AdvancePetitionFunctionArn` -> `advance-petition`. */
const folderOf = (functionName: string): string =>
  functionName
    .replace(/^\$\{|FunctionArn\}$/g, '')
    .replace(/(?<!^)[A-Z]/g, '-$&')
    .toLowerCase();

const rowOf = ([name, state]: [string, State]): string[] => {
  const isTask = state.Type === 'Task';
  const type = isTask && state.Resource.endsWith('.waitForTaskToken') ? 'Task with token' : state.Type;
  const action = isTask ? state.Arguments.Payload['action'] : undefined;
  const calls = isTask
    ? [folderOf(state.Arguments.FunctionName), action].filter((part) => typeof part === 'string')
    : [];
  return [name, type, calls.map((part) => `\`${part}\``).join(' '), waysOf(state).join(', ')];
};

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('workflows/README.md', () => {
  test('lists every state as it is in the definition', () => {
    const table =
      readme
        .split('## States')[1]
        ?.split('\n')
        .filter((line) => line.startsWith('|')) ?? [];
    expect(table.slice(2).map(cellsOf)).toEqual(Object.entries(definition.States).map(rowOf));
  });

  test('draws every way from state to state, and no other', () => {
    const chart = readme.split('```mermaid')[1]?.split('```')[0] ?? '';
    const labels = new Map(
      [...chart.matchAll(/(\w+)[[({]+"([^"]+)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
    );
    const drawn = chart.split('\n').flatMap((line) => {
      const nodes = line
        .trim()
        .split(/ -- [^>]+ --> | --> /)
        .map((node) => labels.get(/^\w+/.exec(node)?.[0] ?? ''));
      return nodes.slice(1).map((to, i) => `${nodes[i] ?? '?'} -> ${to ?? '?'}`);
    });
    const defined = Object.entries(definition.States).flatMap(([name, state]) =>
      waysOf(state).map((to) => `${name} -> ${to}`),
    );
    expect(drawn.toSorted()).toEqual(defined.toSorted());
    expect([...labels.values()].toSorted()).toEqual(Object.keys(definition.States).toSorted());
  });

  test('gives the limits that the code has', () => {
    const text = readme.replaceAll('\n', ' ');
    expect(text).toContain(
      `after ${RENEW_AFTER_DAYS} days or ${RENEW_AFTER_WAITS.toLocaleString('en')} waits`,
    );
    expect(text).toContain(`time-out of the machine is ${definition.TimeoutSeconds / 86_400} days`);
  });
});
