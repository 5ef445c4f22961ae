import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';

export interface AwsAccess {
  region: string;
  /** Only for the local engine, which accepts credentials of nobody. */
  endpoint?: string;
}

const UNKNOWN = 'ValidationError';
const COMPLETE = /^(CREATE|UPDATE)_COMPLETE$/;

/** Reads what CloudFormation has. */
export class DeployedStacks {
  readonly #client: CloudFormationClient;

  constructor({ region, endpoint }: AwsAccess) {
    const local = { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
    this.#client = new CloudFormationClient({ region, ...(endpoint === undefined ? {} : local) });
  }

  /** Outputs of a stack that is there and whole; undefined otherwise. */
  async outputs(stack: string): Promise<Record<string, string> | undefined> {
    const found = await this.#orUndefined(this.#client.send(new DescribeStacksCommand({ StackName: stack })));
    const { StackStatus, Outputs = [] } = found?.Stacks?.[0] ?? {};
    if (!COMPLETE.test(StackStatus ?? '')) return undefined;
    return Object.fromEntries(
      Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    );
  }

  /** The template as it was handed in, or undefined when there is no such stack. */
  async template(stack: string): Promise<string | undefined> {
    const command = new GetTemplateCommand({ StackName: stack, TemplateStage: 'Original' });
    return (await this.#orUndefined(this.#client.send(command)))?.TemplateBody;
  }

  async #orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Error && error.name === UNKNOWN) return undefined;
      throw error;
    }
  }
}
