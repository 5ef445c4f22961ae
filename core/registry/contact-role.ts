/** Who answers for an agency: one contact each. When a mail does not arrive, these are tried, in this order. */
export const DESK_ROLES = ['main', 'alternate', 'head'] as const;
export type DeskRole = (typeof DESK_ROLES)[number];

/** Colleagues and offices to whom a task may be handed inside the agency: any number, told apart by a number. */
export const POST_ROLES = ['colleague', 'office'] as const;

export const ALL_CONTACT_ROLES = [...DESK_ROLES, ...POST_ROLES] as const;
export type ContactRole = (typeof ALL_CONTACT_ROLES)[number];

/** A contact as a list names it: `main`, `head`, `colleague-2`, `office-1`. It is the contact's id, and keeps its number. */
export const CONTACT_ID = /^(main|alternate|head|(colleague|office)-[1-9][0-9]?)$/;

/** The role of a contact, from its id. */
export const roleOfContact = (id: string): ContactRole => {
  const [name] = id.split('-');
  const role = ALL_CONTACT_ROLES.find((each) => each === name);
  if (role === undefined) throw new RangeError(`not a contact's id: ${id}`);
  return role;
};

export const isDeskRole = (role: ContactRole): role is DeskRole =>
  (DESK_ROLES as readonly ContactRole[]).includes(role);
