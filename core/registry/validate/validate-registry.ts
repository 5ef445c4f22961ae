import type { RegistryParts } from '../parts.js';
import type { Finding } from './finding.js';
import { validateAgencies } from './validate-agencies.js';
import { validateClosures } from './validate-closures.js';
import { validateHeadApproval } from './validate-head-approval.js';
import { validateRules } from './validate-rules.js';
import { validateAssignments, validateCalendars, validateServiceLevels } from './validate-service.js';
import { validateUnits } from './validate-units.js';

/**
 * Everything that can be said against the data before they are released: errors stop a release, warnings are told.
 * Rules rest on agencies and agencies on units, so faults further down are looked for only when those are sound.
 */
export const validateRegistry = (parts: RegistryParts): Finding[] => {
  const own = [...validateCalendars(parts), ...validateServiceLevels(parts)];
  const units = validateUnits(parts);
  if (units.length > 0) return [...units, ...own];
  const agencies = validateAgencies(parts);
  if (agencies.length > 0) return [...agencies, ...own];
  return [
    ...validateRules(parts),
    ...validateAssignments(parts),
    ...validateClosures(parts),
    ...validateHeadApproval(parts),
    ...own,
  ];
};
