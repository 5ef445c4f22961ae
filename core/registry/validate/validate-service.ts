import type { Term } from '../../deadline/term.js';
import { AssignmentRowSchema, toAssignments, type AssignmentRow } from '../assignment.js';
import type { RegistryParts } from '../parts.js';
import { buildRegistry, type Registry } from '../registry.js';
import { overlaps } from '../validity.js';
import { error, warning, type Finding } from './finding.js';
import { issuesOf } from './validate-files.js';

const CALENDARS = 'calendars/';
const LEVELS = 'service-levels.json';
const ASSIGNMENTS = 'assignments.json';

/** Years without a gap; the years that are only provisional are told, not refused. */
export const validateCalendars = ({ calendars }: RegistryParts): Finding[] => {
  const years = calendars.map(({ year }) => year).sort((a, b) => a - b);
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const faults = all.flatMap((year) => {
    const count = years.filter((each) => each === year).length;
    if (count === 1) return [];
    const what = count === 0 ? 'the year is missing between others' : 'the year is given twice';
    return [error(CALENDARS, `${year}.json`, { what, mend: 'keep one file for each year' })];
  });
  const empty =
    years.length === 0 ? [error(CALENDARS, '', { what: 'no year at all', mend: 'add <year>.json' })] : [];
  const provisional = calendars
    .filter(({ status }) => status === 'provisional')
    .map(({ year }) =>
      warning(CALENDARS, `${year}.json`, {
        what: 'provisional: deadlines that meet it say so',
        mend: 'enter the yearly notice',
      }),
    );
  return [...empty, ...faults, ...provisional];
};

/** The class of the reception desk must exist; each lane has the clock that it is meant to have. */
export const validateServiceLevels = (parts: RegistryParts): Finding[] => {
  const { serviceLevels } = parts;
  const { classes, triageClass } = serviceLevels;
  const desk =
    classes[triageClass] === undefined
      ? [
          error(LEVELS, 'triageClass', {
            what: `unknown service class ${triageClass}`,
            mend: 'use one of classes',
          }),
        ]
      : [];
  const clocks = Object.entries(classes)
    .filter(([, { lane, resolve, followUp }]) =>
      lane === 'party' ? resolve !== null || followUp === null : resolve === null,
    )
    .map(([name]) =>
      error(LEVELS, name, {
        what: 'its clock does not fit its lane',
        mend: 'admin: a resolve term; party: only a follow-up date',
      }),
    );
  return [
    ...desk,
    ...clocks,
    ...paknFaults(classes['pakn']?.accept ?? null, serviceLevels.terms.pakn),
    ...digestFaults(buildRegistry(parts)),
  ];
};

/** Numbers of open tasks for agencies and provinces that exist. */
const digestFaults = (registry: Registry): Finding[] => {
  const { agencies, provinces } = registry.serviceLevels.digest;
  const faults = [
    ...Object.keys(agencies).map((id) =>
      // `<agency>/<unit>`: a body that exists once in each unit.
      registry.versions(id.split('/')[0] ?? id).length === 0 ? `unknown agency ${id}` : null,
    ),
    ...Object.keys(provinces).map((id) =>
      registry.unit(id)?.level === 'province' ? null : `unknown province ${id}`,
    ),
  ];
  return faults.flatMap((what) =>
    what === null ? [] : [error(LEVELS, 'digest', { what, mend: 'use ids of agencies.json and units.json' })],
  );
};

/** One instrument, one term: feedback on administrative procedures is taken up or passed on within it. */
const paknFaults = (accept: Term | null, legal: Term): Finding[] =>
  accept === null || (accept.amount === legal.amount && accept.unit === legal.unit)
    ? []
    : [
        error(LEVELS, 'pakn', {
          what: 'its term to take it up is not that of terms.pakn',
          mend: 'give both the term of the instrument',
        }),
      ];

const rowFaults = (registry: Registry, row: AssignmentRow): Finding[] => {
  const place = `${row.agency} for ${row.ward}`;
  const isKnown =
    registry.zoneName(row.agency, row.instance) !== undefined ||
    registry.hosts(row.agency).includes(row.instance);
  const faults = [
    registry.versions(row.agency).length === 0 ? `unknown agency ${row.agency}` : null,
    registry.unit(row.ward)?.level === 'ward' ? null : `unknown ward ${row.ward}`,
    isKnown ? null : `unknown body ${row.instance}`,
  ];
  return faults.flatMap((what) =>
    what === null
      ? []
      : [error(ASSIGNMENTS, place, { what, mend: 'use ids of units.json, agencies.json hosts, or zones' })],
  );
};

/** Bodies that serve several wards: known, and one at a time for each ward. */
export const validateAssignments = (parts: RegistryParts): Finding[] => {
  const rows = toAssignments(parts.assignments);
  const form = rows.flatMap((row) =>
    issuesOf(AssignmentRowSchema, row, { file: ASSIGNMENTS, place: row.ward }),
  );
  if (form.length > 0) return form;
  const registry = buildRegistry(parts);
  const doubles = rows.flatMap((row, i) =>
    rows
      .slice(i + 1)
      .filter((other) => other.agency === row.agency && other.ward === row.ward && overlaps(row, other))
      .map(() =>
        error(ASSIGNMENTS, `${row.agency} for ${row.ward}`, {
          what: 'two bodies at once',
          mend: 'end one of them',
        }),
      ),
  );
  return [...rows.flatMap((row) => rowFaults(registry, row)), ...doubles];
};
