import type { DeskRole } from '../core/registry/contact-role.js';
import { createHash } from 'node:crypto';
import { agencyOn, splitAgencyId, type Agency } from '../core/registry/agency-on.js';
import { parseArea } from '../core/registry/area.js';
import type { ContactRow } from '../core/registry/contact.js';
import { foldText } from '../core/registry/fold-text.js';
import type { Registry } from '../core/registry/registry.js';
import { ancestry, displayName } from '../core/registry/unit-name.js';
import { isValidOn, type LocalDay } from '../core/time.js';

/** Invented people: parts of common names, combined by a hash of the agency's id. */
const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
];
const MIDDLE_NAMES = [
  'Thị Minh',
  'Văn',
  'Hoàng',
  'Thị Thu',
  'Đức',
  'Ngọc',
  'Thanh',
  'Quốc',
  'Thị Kim',
  'Hữu',
];
const GIVEN_NAMES = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Khoa',
  'Lan',
  'Long',
  'Mai',
  'Nam',
  'Phúc',
  'Quân',
  'Sơn',
  'Tâm',
  'Thảo',
  'Trung',
  'Vy',
];

type Role = DeskRole;
const POSITIONS: Record<Role, string> = {
  main: 'Chuyên viên tiếp nhận kiến nghị',
  alternate: 'Chuyên viên dự phòng',
  head: 'Lãnh đạo phụ trách',
};
const MAILBOXES: Record<Role, string> = { main: 'tiepnhan', alternate: 'duphong', head: 'lanhdao' };
const VERIFIED_ON: LocalDay = '2026-11-02';

const inventedName = (seed: string): string => {
  const bytes = createHash('sha256').update(seed).digest();
  const pick = (list: readonly string[], i: number) => list[(bytes[i] ?? 0) % list.length] ?? '';
  return `${pick(SURNAMES, 0)} ${pick(MIDDLE_NAMES, 1)} ${pick(GIVEN_NAMES, 2)}`;
};

const label = (text: string): string => foldText(text).replaceAll(' ', '');

/** Short labels of the provinces that the stories visit; `.example` can never be a real mailbox (RFC 2606). */
const PROVINCE_LABELS: Record<string, string> = {
  'Hồ Chí Minh': 'hcm',
  'Đà Nẵng': 'danang',
  'Đồng Tháp': 'dongthap',
};

const domainOf = (registry: Registry, agency: Agency): string => {
  const { baseId } = splitAgencyId(agency.id);
  const office = /^ubnd-(xa|huyen|tinh)$/.test(baseId)
    ? []
    : [baseId.replace(/-(xa|huyen|tinh|hcm)$/, '').replaceAll('-', '')];
  const units = agency.unit === null ? [] : ancestry(registry, agency.unit);
  const places = units.map((unit) =>
    unit.level === 'province'
      ? (PROVINCE_LABELS[unit.name] ?? label(unit.name))
      : label(displayName(unit, registry.displayPrefix)),
  );
  // A ward of the old and of the new order may have the same name: the district tells them apart.
  return [...office, ...places, 'example'].join('.');
};

const row = (registry: Registry, agency: Agency, role: Role): ContactRow => ({
  agency: agency.id,
  role,
  name: inventedName(`${agency.id} ${role}`),
  position: POSITIONS[role],
  email: `${MAILBOXES[role]}@${domainOf(registry, agency)}`,
  verifiedOn: VERIFIED_ON,
});

const STORY_WARDS: readonly (readonly [LocalDay, readonly string[]])[] = [
  // Quận 12 Thới An · Quận 3 Phường 2, Phường 4 · Quận 1 Cầu Kho · Sa Đéc Phường 2 · Thanh Khê Tây
  ['2023-03-10', ['w:26773@0', 'w:27157@0', 'w:27148@0', 'w:26761@0', 'w:29911@0', 'w:20206@0']],
  // Thới An · Bàn Cờ · Xuân Hòa · Cầu Ông Lãnh · Sa Đéc · Thanh Khê
  [
    '2026-11-22',
    [
      'w:26773@2025-07',
      'w:27154@2025-07',
      'w:27139@2025-07',
      'w:26758@2025-07',
      'w:29905@2025-07',
      'w:20209@2025-07',
    ],
  ],
];

const PATTERNS = {
  ward: [
    'ubnd-xa',
    'cong-an-xa',
    'dang-uy-xa',
    'mttq-xa',
    'doan-xa',
    'tram-y-te-xa',
    'phong-kthtdt',
    'phong-vhxh',
    'vp-hdnd-ubnd',
    'tt-pvhcc-xa',
  ],
  district: [
    'ubnd-huyen',
    'cong-an-huyen',
    'dang-uy-huyen',
    'mttq-huyen',
    'doan-huyen',
    'tt-y-te-huyen',
    'bhxh-huyen',
    'doi-qlttdt',
  ],
  province: [
    'chu-tich-tinh',
    'ubnd-tinh',
    'van-phong-ubnd-tinh',
    'ban-tiep-nhan',
    'ban-tiep-cong-dan-tinh',
    'cong-an-tinh',
    'dang-uy-tinh',
    'mttq-tinh',
    'bhxh-tinh',
  ],
} as const;

/** Bodies where a late petition ends or a story is told: they also have an alternate and a head. */
const WITH_ALL_ROLES = [
  'ubnd-xa',
  'ubnd-huyen',
  'ubnd-tinh',
  'chu-tich-tinh',
  'van-phong-ubnd-tinh',
  'ban-tiep-nhan',
  'so-gtvt-hcm',
  'so-xd-hcm',
];

const storyAgencies = (registry: Registry, day: LocalDay, wards: readonly string[]): Agency[] => {
  const lines = wards.flatMap((id) => {
    const ward = registry.unit(id);
    return ward === undefined ? [] : ancestry(registry, ward);
  });
  return [...new Set(lines)].flatMap((unit) =>
    PATTERNS[unit.level].flatMap((baseId) => agencyOn(registry, `${baseId}/${unit.id}`, day) ?? []),
  );
};

const HCMC = { '2023-03-10': 'p:79@0', '2026-11-22': 'p:79@2025-07' } as const;

/** The city's own bodies of one period: departments, centres, suppliers. */
const cityAgencies = (registry: Registry, day: keyof typeof HCMC): Agency[] =>
  registry
    .agencyVersions()
    .filter((version) => isValidOn(version, day))
    .filter(({ areaUnitPattern }) => {
      const area = parseArea(areaUnitPattern);
      return area?.kind === 'unit' && area.unitId === HCMC[day];
    })
    .flatMap(({ id }) => agencyOn(registry, id, day) ?? []);

/** Contacts of every body that the stories and the demo meet, in both periods. */
export const demoContacts = (registry: Registry): ContactRow[] => {
  const found = [
    ...STORY_WARDS.flatMap(([day, wards]) => storyAgencies(registry, day, wards)),
    ...cityAgencies(registry, '2023-03-10'),
    ...cityAgencies(registry, '2026-11-22'),
  ];
  const byId = new Map(found.map((agency) => [agency.id, agency]));
  return [...byId.values()].flatMap((agency) => {
    const roles: Role[] = WITH_ALL_ROLES.includes(splitAgencyId(agency.id).baseId)
      ? ['main', 'alternate', 'head']
      : ['main'];
    return roles.map((role) => row(registry, agency, role));
  });
};

/** People's Committee and police of all 168 wards and communes of TP.HCM today, except those of the stories. */
export const wardContacts = (registry: Registry): ContactRow[] => {
  const day = '2026-11-22';
  const told = new Set(demoContacts(registry).map(({ agency }) => agency));
  return registry
    .children(HCMC[day])
    .filter((unit) => unit.level === 'ward' && isValidOn(unit, day))
    .flatMap(({ id }) =>
      ['ubnd-xa', 'cong-an-xa'].flatMap((baseId) => agencyOn(registry, `${baseId}/${id}`, day) ?? []),
    )
    .filter(({ id }) => !told.has(id))
    .map((agency) => row(registry, agency, 'main'));
};
