import { ValidationError } from '../errors.js';

/**
 * Name and position as the acting person declares them; null when neither is given.
 * @throws ValidationError when one is missing.
 */
export const declaredBy = ({
  actorName,
  actorPosition,
}: {
  actorName: string | null;
  actorPosition: string | null;
}): string | null => {
  if (actorName === null && actorPosition === null) return null;
  if (actorName === null) throw new ValidationError([{ pointer: '/actorName', code: 'required' }]);
  if (actorPosition === null) throw new ValidationError([{ pointer: '/actorPosition', code: 'required' }]);
  return `${actorName} — ${actorPosition}`;
};
