import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as errors from '../../../core/errors.js';
import { describeError } from '../../../functions/middleware/describe-error.js';
import { parseInput } from '../../../functions/middleware/input.js';
import { hasIssueText, issueText } from '../../../functions/middleware/issue-texts.js';
import { languageOf } from '../../../functions/middleware/language.js';
import { problemOf, statusOf } from '../../../functions/middleware/problem.js';
import { PROBLEM_TEXTS } from '../../../functions/middleware/problem-texts.js';
import { groupsIn } from '../../../functions/middleware/roles.js';
import { lineText, longText } from '../../../functions/middleware/text-fields.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

describe('languageOf', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['fr', 'vi'],
    ['*', 'vi'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['en;q=0.3, vi;q=0.4', 'vi'],
    ['en;q=nonsense', 'vi'],
  ])('%j -> %s', (header, expected) => {
    expect(languageOf(header)).toBe(expected);
  });
});

describe('groupsIn', () => {
  it.each([
    ['[auditor operator]', ['auditor', 'operator']],
    ['auditor', ['auditor']],
    ['["auditor","operator"]', ['auditor', 'operator']],
    [['auditor'], ['auditor']],
    [undefined, []],
    [{ auditor: true }, []],
    ['[]', []],
  ])('%j -> %j', (claim, expected) => {
    expect(groupsIn(claim)).toEqual(expected);
  });
});

describe('texts', () => {
  test.prop([fc.string({ unit: 'binary' })])(
    'what passes holds no control character and is NFC and trimmed',
    (text) => {
      const line = lineText(0, 10_000).safeParse(text);
      const long = longText(0, 10_000).safeParse(text);
      if (line.success) expect(line.data).toBe(line.data.normalize('NFC').trim());
      if (line.success) expect(line.data).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      if (long.success) expect(long.data.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
    },
  );

  it('counts what is kept, with line ends as one character', () => {
    expect(longText(1, 3).parse('a\r\nb ')).toBe('a\nb');
    expect(lineText(1, 1).parse(' e\u0302\u0301 ')).toBe('\u1EBF');
  });
});

describe('parseInput', () => {
  const schema = z.strictObject({
    name: lineText(1, 5),
    conditions: z.record(z.string().max(3), z.boolean()),
  });
  const issuesOf = (input: unknown): errors.InputIssue[] => {
    try {
      parseInput(schema, input);
    } catch (error) {
      if (error instanceof errors.ValidationError) return error.issues;
    }
    return [];
  };

  it('stops pointers at keys that the caller has chosen', () => {
    expect(
      issuesOf({ name: 'a', conditions: { secret: 'x', abc: 1 } }).map(({ pointer }) => pointer),
    ).toEqual(['/conditions', '/conditions']);
  });

  test.prop([fc.anything()])('refuses anything else by a ValidationError that quotes nothing', (input) => {
    for (const issue of issuesOf(input)) expect(hasIssueText(issue)).toBe(true);
  });
});

describe('problems', () => {
  const request = { requestId: 'r', language: 'en' as const };

  it.each([
    [new errors.ValidationError([]), 422],
    [new errors.NotFoundError(), 404],
    [new errors.ForbiddenError(), 403],
    [new errors.IllegalTransitionError('accept', 'CLOSED'), 409],
    [new errors.TaskClosedError(), 409],
    [new errors.IdempotencyMismatchError(), 422],
    [new errors.HeadConflictError(), 503],
    [new errors.TransientError('x'), 503],
    [new errors.StaleRunError(), 500],
    [new Error('x'), 500],
    ['thrown text', 500],
  ])('%s', (error, status) => {
    expect(statusOf(error)).toBe(status);
    const problem = problemOf(error, request);
    expect(problem.status).toBe(status);
    expect(problem.type).toMatch(/^urn:kien-nghi:problem:[a-z-]+$/);
    if (status >= 500) expect(problem.detail).toBeUndefined();
  });

  it('has every title and detail in both languages', () => {
    for (const { title, ...rest } of Object.values(PROBLEM_TEXTS)) {
      const texts = [title, ...('detail' in rest ? [rest.detail] : [])];
      for (const { vi, en } of texts)
        expect([vi.length > 3, en.length > 3, vi.normalize('NFC')]).toEqual([true, true, vi]);
    }
  });
});

describe('issue texts', () => {
  /** Sources of the codes that programs can meet; those of the officials' form are words of the pages. */
  const SOURCES = [
    'core/files/accept-files.ts',
    'core/use-cases/submit-petition.ts',
    'functions/list-petitions/query.ts',
    'functions/middleware/input.ts',
    'functions/middleware/request-body.ts',
    'functions/middleware/schema-parts.ts',
    'functions/middleware/text-fields.ts',
    ...readdirSync(join(ROOT, 'functions'))
      .filter((name) => !name.includes('.') && !['middleware', 'deps', 'decide-task'].includes(name))
      .flatMap((name) =>
        ['schema.ts', 'request.ts', 'handler.ts'].map((file) => `functions/${name}/${file}`),
      ),
  ];
  const codes = SOURCES.flatMap((file) => {
    const text = readdirSync(join(ROOT, file, '..')).includes(file.split('/').at(-1) ?? '')
      ? readFileSync(join(ROOT, file), 'utf8')
      : '';
    return [...text.matchAll(/\bcode: '([a-z0-9-]+)'/g)].map(([, code]) => code ?? '');
  });

  it('has words in both languages for every code', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(
      [...new Set(codes)].filter((code) => code !== 'custom' && !hasIssueText({ pointer: '', code })),
    ).toEqual([]);
  });

  it('fills numbers in', () => {
    expect(issueText({ pointer: '', code: 'too-long', params: { max: 5 } }, 'en')).toBe(
      'Too long: at most 5 characters.',
    );
    expect(issueText({ pointer: '', code: 'unheard-of' }, 'vi')).toBe('Giá trị chưa hợp lệ.');
  });
});

describe('describeError', () => {
  it('keeps names, our own words and frames, never the words of others', () => {
    const error = new errors.TransientError('busy', { cause: new Error('to mai@example') });
    const described = describeError(error);
    expect(described).toMatchObject({
      name: 'TransientError',
      code: 'transient',
      detail: 'busy',
      cause: { name: 'Error' },
    });
    expect(described.frames.length).toBeGreaterThan(0);
    expect(JSON.stringify(described)).not.toContain('mai@');
  });

  it('ends at causes that go round', () => {
    const error = new Error('a');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
  });

  it('says what was thrown when it is no error', () => {
    expect(describeError('Trần Thị Mai')).toEqual({ name: 'string', frames: [] });
  });
});
