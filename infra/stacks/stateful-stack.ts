import { CfnOutput, Duration, RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import { Key, type KeyProps } from 'aws-cdk-lib/aws-kms';
import { Secret, type CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { nameOf, policyOf, type StageConfig } from '../config.js';
import { Buckets } from '../constructs/buckets.js';
import { Mail } from '../constructs/mail.js';
import { sealedKeyPolicy } from '../constructs/sealed-key-policy.js';
import { StaffPool } from '../constructs/staff-pool.js';
import { Tables } from '../constructs/tables.js';

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** What must survive: data, keys, secrets, accounts of staff, the sender's identity. */
export class StatefulStack extends Stack {
  readonly dataKey: Key;
  readonly vaultKey: Key;
  /** Seals denunciations: the two intakes may make keys with it, one other function may open them. */
  readonly sealedKey: Key;
  readonly tables: Tables;
  readonly buckets: Buckets;
  readonly formSecretArn: string;
  readonly linkSecretArn: string;
  readonly codeSecretArn: string;
  /** Shared with the gateway for messages; undefined where none is configured. */
  readonly gatewaySecretArn: string | undefined;
  readonly staff: StaffPool;
  readonly mail: Mail;

  constructor(scope: Construct, id: string, { config, ...props }: StackProps & { config: StageConfig }) {
    super(scope, id, props);
    this.dataKey = this.key(config, 'data', { description: 'Encrypts tables and files at rest' });
    this.vaultKey = this.key(config, 'vault', {
      description: "Wraps the keys under which residents' texts are sealed",
    });
    this.sealedKey = this.key(config, 'sealed', {
      description: 'Seals identity and text of denunciations',
      policy: sealedKeyPolicy(config),
    });
    this.tables = new Tables(this, 'Tables', { config, key: this.dataKey });
    this.buckets = new Buckets(this, 'Buckets', { config, key: this.dataKey });
    this.formSecretArn = this.secret(
      config,
      'form',
      "Derives intake keys, residents' secrets and form nonces",
    );
    this.linkSecretArn = this.secret(config, 'link', "Derives the ids of officials' links");
    this.codeSecretArn = this.secret(config, 'code', "Derives heads' one-time codes");
    if (config.gateway !== undefined)
      this.gatewaySecretArn = this.secret(
        config,
        'gateway',
        'Signs messages to the gateway and its receipts',
      );
    this.staff = new StaffPool(this, 'Staff', config);
    this.mail = new Mail(this, 'Mail', config);
    this.outputs();
  }

  private key(config: StageConfig, name: string, props: Pick<KeyProps, 'description' | 'policy'>): Key {
    return new Key(this, `${name}-key`, {
      ...props,
      alias: nameOf(config, name),
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: policyOf(config.stage).keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  private secret(config: StageConfig, name: string, description: string): string {
    const secret = new Secret(this, `${name}-secret`, {
      secretName: nameOf(config, `${name}-secret`),
      description,
      generateSecretString: {
        passwordLength: 64,
        excludePunctuation: true,
        // Letters and digits are base64, as Standard Webhooks ask; the local engine knows only this way to say so.
        ...(name === 'gateway' && { excludeCharacters: PUNCTUATION }),
      },
      removalPolicy: policyOf(config.stage).keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A new value ends mailed links and open forms; it is replaced when it leaks (docs/runbook.md#secret-leaks).',
    });
    // The same as `secret.secretArn`, whose Ref is the bare name on the local engine.
    return (secret.node.defaultChild as CfnSecret).attrId;
  }

  private outputs(): void {
    const output = (name: string, value: string): void => {
      new CfnOutput(this, name, { value });
    };
    output('PetitionsTable', this.tables.petitions.tableName);
    output('ResidentsTable', this.tables.residents.tableName);
    output('ResidentKeysTable', this.tables.residentKeys.tableName);
    output('ContactsTable', this.tables.contacts.tableName);
    output('RegistryBucket', this.buckets.registry.bucketName);
    output('EvidenceBucket', this.buckets.evidence.bucketName);
    output('UserPoolId', this.staff.pool.userPoolId);
    output('UserPoolClientId', this.staff.client.userPoolClientId);
  }
}
