import type { OfficialNoticeKind, ResidentNoticeKind } from '../../core/petition/notice-kinds.js';
import { layOutMail } from './layout.js';
import { officialMail } from './official-mails.js';
import { residentMail } from './resident-mails.js';
import type { OfficialMailView, RenderedMail, ResidentMailView } from './views.js';

/** What is said to whom: the kind decides which view it needs. */
export type MailRequest =
  | { to: 'official'; kind: OfficialNoticeKind; view: OfficialMailView }
  | { to: 'resident'; kind: ResidentNoticeKind; view: ResidentMailView };

/** Words and layout of one mail, as text and as HTML. */
export const renderMail = (mail: MailRequest): RenderedMail =>
  layOutMail(
    mail.to === 'official' ? officialMail(mail.kind, mail.view) : residentMail(mail.kind, mail.view),
  );
