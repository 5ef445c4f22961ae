import type { PublicClient } from '../../local/client/public-client.js';

const PROVINCE = 'p:79@0';

interface AuditEvent {
  type: string;
  hash: string;
  prevHash: string;
}

/** A petition's history as an auditor reads it: found by its code among those received at that instant. */
export const readBack = async (
  client: PublicClient,
  { code, token }: { code: string; token: string },
): Promise<{ id: string; events: AuditEvent[] }> => {
  const { receivedAt } = await client.track(code);
  const from = encodeURIComponent(receivedAt);
  const to = encodeURIComponent(new Date(Date.parse(receivedAt) + 1).toISOString());
  const query = `received.from=${from}&received.to=${to}&province=${encodeURIComponent(PROVINCE)}`;
  const { items } = await client.audit<{ items: { id: string; code: string }[] }>(
    `/petitions?${query}`,
    token,
  );
  const id = items.find((item) => item.code === code)?.id;
  if (id === undefined) throw new Error(`The auditor does not find ${code}.`);
  const { events } = await client.audit<{ events: AuditEvent[] }>(`/petitions/${id}/history`, token);
  return { id, events };
};
