import { z } from 'zod';

/**
 * The part of Amazon States Language (JSONata) that the workflows use. Strict: a field that the interpreter does not
 * know is refused, so nothing in a definition is silently without effect in the tests.
 */
const name = z.string().min(1).max(80);
const template = z.record(z.string(), z.unknown());
const expression = z.string().regex(/^\{%.+%\}$/s);
const seconds = z.union([z.number().int().positive(), expression]);

const RetrierSchema = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.number().int().positive().default(1),
  BackoffRate: z.number().min(1).default(2),
  MaxAttempts: z.number().int().nonnegative().default(3),
  MaxDelaySeconds: z.number().int().positive().optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});
export type Retrier = z.infer<typeof RetrierSchema>;

const CatcherSchema = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  Assign: template.optional(),
  Output: template.optional(),
  Next: name,
});

const TaskSchema = z.strictObject({
  Type: z.literal('Task'),
  Comment: z.string().optional(),
  Resource: z.enum(['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken']),
  Arguments: z.strictObject({ FunctionName: z.string().regex(/^\$\{\w+FunctionArn\}$/), Payload: template }),
  TimeoutSeconds: seconds,
  Assign: template.optional(),
  Output: template.optional(),
  Retry: z.array(RetrierSchema).default([]),
  Catch: z.array(CatcherSchema).default([]),
  Next: name,
});
export type TaskState = z.infer<typeof TaskSchema>;

const ChoiceSchema = z.strictObject({
  Type: z.literal('Choice'),
  Comment: z.string().optional(),
  Choices: z.array(z.strictObject({ Condition: expression, Next: name })).min(1),
  Default: name,
});

const WaitSchema = z.strictObject({
  Type: z.literal('Wait'),
  Comment: z.string().optional(),
  Seconds: seconds,
  Next: name,
});

const SucceedSchema = z.strictObject({ Type: z.literal('Succeed'), Comment: z.string().optional() });

const StateSchema = z.discriminatedUnion('Type', [TaskSchema, ChoiceSchema, WaitSchema, SucceedSchema]);
export type State = z.infer<typeof StateSchema>;

export const DefinitionSchema = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata'),
  TimeoutSeconds: z.number().int().positive(),
  StartAt: name,
  States: z.record(name, StateSchema),
});
export type Definition = z.infer<typeof DefinitionSchema>;

/** Reads the text of a state machine. @throws ZodError naming every field that is unknown or wrong. */
export const parseDefinition = (text: string): Definition => DefinitionSchema.parse(JSON.parse(text));

/** Where a state may go. */
export const targetsOf = (state: State): string[] => {
  switch (state.Type) {
    case 'Task':
      return [state.Next, ...state.Catch.map((catcher) => catcher.Next)];
    case 'Choice':
      return [...state.Choices.map((choice) => choice.Next), state.Default];
    case 'Wait':
      return [state.Next];
    case 'Succeed':
      return [];
  }
};
