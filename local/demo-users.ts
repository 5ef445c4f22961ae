import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';

/** One log-in per role that has pages in this release. */
export const DEMO_USERS = ['auditor', 'operator', 'sealed'] as const;

/** Groups beside the one of the user's own name: the body whose denunciations the demo officer handles. */
const BODY_GROUPS: Partial<Record<DemoUser, string>> = { sealed: 'sealed:thanh-tra-hcm' };

type DemoUser = (typeof DEMO_USERS)[number];

export interface UserPool {
  poolId: string;
  clientId: string;
}

const isDemoUser = (user: string): user is DemoUser => (DEMO_USERS as readonly string[]).includes(user);

/** Demo accounts in the local user pool; passwords are made at random and kept with the state. */
export class DemoUsers {
  readonly passwords: Record<DemoUser, string>;

  constructor(
    private readonly cognito: CognitoIdentityProviderClient,
    private readonly pool: UserPool,
    file: string,
  ) {
    if (!existsSync(file)) {
      const fresh = Object.fromEntries(
        DEMO_USERS.map((user) => [user, `Kn1!${randomBytes(9).toString('base64url')}`]),
      );
      writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 });
    }
    this.passwords = JSON.parse(readFileSync(file, 'utf8')) as Record<DemoUser, string>;
  }

  /** Creates what is missing; running it again changes nothing. */
  async create(): Promise<void> {
    for (const user of DEMO_USERS) {
      const account = { UserPoolId: this.pool.poolId, Username: user };
      await this.cognito
        .send(new AdminCreateUserCommand({ ...account, MessageAction: 'SUPPRESS' }))
        .catch((error: unknown) => {
          if (!(error instanceof Error) || error.name !== 'UsernameExistsException') throw error;
        });
      const password = { ...account, Password: this.passwords[user], Permanent: true };
      await this.cognito.send(new AdminSetUserPasswordCommand(password));
      await this.cognito.send(new AdminAddUserToGroupCommand({ ...account, GroupName: user }));
      const bodyGroup = BODY_GROUPS[user];
      if (bodyGroup !== undefined) await this.join(account, bodyGroup);
    }
  }

  /** Groups of bodies are made by operators, one for each body that has officers; so here. */
  private async join(account: { UserPoolId: string; Username: string }, GroupName: string): Promise<void> {
    await this.cognito
      .send(new CreateGroupCommand({ UserPoolId: account.UserPoolId, GroupName }))
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.name !== 'GroupExistsException') throw error;
      });
    await this.cognito.send(new AdminAddUserToGroupCommand({ ...account, GroupName }));
  }

  /** An access token, as the hosted log-in would give it; undefined for an unknown user. */
  async tokenOf(user: string): Promise<string | undefined> {
    if (!isDemoUser(user)) return undefined;
    const { AuthenticationResult } = await this.cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: this.pool.clientId,
        AuthParameters: { USERNAME: user, PASSWORD: this.passwords[user] },
      }),
    );
    return AuthenticationResult?.AccessToken;
  }
}
