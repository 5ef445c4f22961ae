import { expect, test } from 'vitest';
import { bareAddress } from '../../../functions/send-notice/bare-address.js';

test.each([
  ['Kiến nghị <no-reply@kien-nghi.example>', 'no-reply@kien-nghi.example'],
  ['no-reply@kien-nghi.example', 'no-reply@kien-nghi.example'],
  [' no-reply@kien-nghi.example ', 'no-reply@kien-nghi.example'],
])('%s has the address %s', (from, address) => {
  expect(bareAddress(from)).toBe(address);
});
