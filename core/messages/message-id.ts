import type { NoticeRef } from '../ports/notices.js';

/** Names one notice at the gateway: the same for every attempt, so that the person gets it once. */
export const messageIdOf = ({ petitionId, id }: NoticeRef): string => `${petitionId}.${id}`;

const MESSAGE_ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{6}-\d{1,3})$/;

/** The notice that a message was; null for what is no id of ours. */
export const noticeOfMessage = (messageId: string): NoticeRef | null => {
  const [, petitionId, id] = MESSAGE_ID.exec(messageId) ?? [];
  return petitionId === undefined || id === undefined ? null : { petitionId, id };
};
