import type { InboxMail } from '../inbox.js';
import type { PublicClient, TrackedStatus } from '../client/public-client.js';
import { waitFor } from '../client/wait-for.js';

const local = (instant: string): string =>
  new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));

/** Follows one petition through the public surfaces and tells what happens, as it happens. */
export class Narrator {
  private readonly told = new Set<string>();
  private hopsTold = 0;

  constructor(
    private readonly client: PublicClient,
    readonly code: string,
    private readonly print: (line: string) => void,
  ) {}

  /** Prints the mails and hops that came since the last call. */
  async tell(): Promise<TrackedStatus> {
    const mails = await this.mails();
    const { hops } = await this.client.track(this.code);
    for (const hop of hops.slice(this.hopsTold))
      this.print(`  ${local(hop.at)}  → ${hop.kind.padEnd(17)} ${hop.toName ?? hop.to}`);
    this.hopsTold = hops.length;
    for (const mail of mails) {
      const key = `${mail.at} ${mail.to} ${mail.subject}`;
      if (this.told.has(key)) continue;
      this.told.add(key);
      this.print(`  ${local(mail.at)}    ✉ ${mail.to}: ${mail.subject}`);
    }
    return this.client.track(this.code);
  }

  async tellStatus(): Promise<void> {
    const { status, holder, dueAt, late } = await this.tell();
    const due = dueAt === null ? 'no deadline of its own' : `due ${local(dueAt)}${late ? ', LATE' : ''}`;
    this.print(
      `  ${local(await this.client.now())}    ${status}, held by ${holder?.name ?? 'nobody'}, ${due}`,
    );
  }

  async mails(): Promise<InboxMail[]> {
    return (await this.client.inbox()).filter((mail) => mail.subject.includes(this.code));
  }

  /** The newest link mailed about this petition, once `agencyId` holds it. */
  async linkOf(agencyId: string): Promise<string> {
    await waitFor(`${agencyId} to hold ${this.code}`, async () =>
      (await this.client.track(this.code)).holder?.id === agencyId ? true : undefined,
    );
    const before = new Set<string>();
    return waitFor(`a link for ${agencyId}`, async () => {
      for (const mail of (await this.mails()).reverse()) {
        const link = this.client.linkIn(mail);
        if (link === undefined || before.has(link)) continue;
        before.add(link);
        if ((await this.client.openTask(link)).status === 200) return link;
      }
      return undefined;
    });
  }
}
