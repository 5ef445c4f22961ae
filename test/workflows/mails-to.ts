import type { World } from '../support/asl/world.js';

/** Subjects of the mails to an address, oldest first. */
export const subjectsTo = (world: World, address: string): string[] =>
  world.fakes.mailer.to(address).map(({ subject }) => subject);

/** The link in the latest mail of that subject; empty where there is none. */
export const linkIn = (world: World, address: string, subject: string): string => {
  const mail = world.fakes.mailer.to(address).findLast((each) => each.subject === subject);
  return mail?.text.split('/t/')[1] ?? '';
};
