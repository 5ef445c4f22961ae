import type { Registry } from '../registry/registry.js';
import type { Unit } from '../registry/unit.js';
import { isValidOn, type LocalDay } from '../time.js';
import { wholeSuccessor } from './successor-for.js';

/**
 * The province in force on a day that a province of any period stands for. Before a merger that is the predecessor of the
 * same name, never of the same code: Đồng Tháp is 82 today and was 87.
 */
export const provinceOn = (registry: Registry, provinceId: string, day: LocalDay): Unit | null => {
  const unit = registry.unit(provinceId);
  if (unit === undefined || isValidOn(unit, day)) return unit ?? null;
  if (unit.validTo !== null && unit.validTo <= day) return wholeSuccessor(registry, provinceId, day);
  const before = registry.edgesTo(provinceId).flatMap((edge) => registry.unit(edge.oldId) ?? []);
  const heir = before.find(({ name }) => name === unit.name) ?? before[0];
  return heir === undefined ? null : provinceOn(registry, heir.id, day);
};
