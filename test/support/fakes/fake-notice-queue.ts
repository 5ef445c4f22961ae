import type { NoticeQueue, NoticeRef } from '../../../core/ports/notices.js';

/** References in the order in which they were queued. */
export class FakeNoticeQueue implements NoticeQueue {
  readonly refs: NoticeRef[] = [];

  send(ref: NoticeRef): Promise<void> {
    this.refs.push(ref);
    return Promise.resolve();
  }

  /** Takes everything out, as a consumer does. */
  drain(): NoticeRef[] {
    return this.refs.splice(0);
  }
}
