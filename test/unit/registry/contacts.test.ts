import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contactReport } from '../../../core/registry/contact-report.js';
import { parseContacts, validateContacts } from '../../../core/registry/validate/validate-contacts.js';
import { demoContacts, wardContacts } from '../../../registry/demo-contacts.js';
import { DATA_FOLDER } from '../../../registry/read-parts.js';
import { aContact } from '../../support/builders/link-builder.js';
import { registry } from '../routing/shipped.js';

const HEAD = 'agency,role,name,position,email,verifiedOn';
const GOOD = 'ubnd-xa/w:26773@0,main,"Nguyễn Văn An","Chuyên viên, văn thư",vanthu@phuong.example,2026-11-02';
const whats = (csv: string) => parseContacts(csv).findings.map(({ place, what }) => `${place}: ${what}`);

describe('a list of contacts', () => {
  it('is read, with quoted commas', () => {
    const { rows, findings } = parseContacts(`${HEAD}\n${GOOD}\n`);
    expect(findings).toEqual([]);
    expect(rows[0]).toMatchObject({ agency: 'ubnd-xa/w:26773@0', position: 'Chuyên viên, văn thư' });
  });

  it('tells every bad line and keeps the good ones', () => {
    const csv = [
      HEAD,
      GOOD,
      'ubnd-xa/w:26773@0,boss,A,B,not-an-address,',
      'a,b',
      'ubnd-xa/x,main,"A"B,C,d@e.example,',
    ].join('\n');
    expect(parseContacts(csv).rows).toHaveLength(1);
    const text = whats(csv).join('\n');
    expect(text).toContain('line 3 / role');
    expect(text).toContain('line 3 / email');
    expect(text).toContain('line 4: not a row');
    expect(text).toContain('line 5: not a row');
  });

  it('has one contact for each role, and the right columns', () => {
    expect(whats([HEAD, GOOD, GOOD].join('\n'))).toEqual(['ubnd-xa/w:26773@0 main: the role is given twice']);
    expect(whats('agency,email\n')).toEqual(['line 1: not the header of a list of contacts']);
    expect(whats('')).toEqual(['line 1: not the header of a list of contacts']);
    expect(whats(`${HEAD}\n`)).toEqual(['line 2: no contact']);
  });

  it('has colleagues and offices with a number each, told apart by their positions', () => {
    const post = (role: string, position: string) =>
      `ubnd-xa/w:26773@0,${role},Người Thử,${position},thu@phuong.example,`;
    const good = [
      HEAD,
      GOOD,
      post('office-1', 'Địa chính'),
      post('office-2', 'Đô thị'),
      post('colleague-1', 'A'),
    ];
    expect(whats(good.join('\n'))).toEqual([]);
    for (const role of ['office', 'office-0', 'colleague-100', 'main-1'])
      expect(whats([HEAD, post(role, 'A')].join('\n'))).toEqual([expect.stringContaining('line 2 / role')]);
    expect(whats([...good, post('office-3', 'đô thị')].join('\n'))).toEqual([
      'ubnd-xa/w:26773@0 office-3: another contact of the agency has the same position',
    ]);
    expect(whats([...good, post('office-2', 'Môi trường')].join('\n'))).toEqual([
      'ubnd-xa/w:26773@0 office-2: the role is given twice',
    ]);
  });

  it('knows what spreadsheets do to a list', () => {
    expect(whats(HEAD.replaceAll(',', ';'))).toEqual(['line 1: columns are parted by semicolons']);
    expect(whats(`${HEAD}\n${GOOD.replace('ễ', '\uFFFD')}`)).toEqual(['line 1: the text is not UTF-8']);
    const asUtf16 = Buffer.from(`\uFEFF${HEAD}\n${GOOD}`, 'utf16le').toString('utf8');
    expect(whats(asUtf16)).toEqual(['line 1: the text is not UTF-8']);
    expect(parseContacts(`\uFEFF${HEAD}\r\n${GOOD}\r\n`).rows).toHaveLength(1);
  });
});

describe('contacts against the agencies', () => {
  const { rows } = parseContacts(`${HEAD}\n${GOOD}\nnobody/w:1,main,A,B,c@d.example,\n`);
  it('tells unknown, missing and unconfirmed ones', () => {
    const wanted = {
      agencies: ['ubnd-xa/w:26773@0', 'ubnd-huyen/d:761@0', 'ubnd-xa/w:26773@2025-07'],
      day: '2023-03-10',
    };
    const text = validateContacts(registry, rows, wanted).map(
      ({ severity, place, what }) => `${severity} ${place}: ${what}`,
    );
    expect(text).toEqual([
      'error nobody/w:1: unknown agency',
      'warning ubnd-huyen/d:761@0: no main contact in this list',
      'warning nobody/w:1 main: the mailbox has not confirmed',
    ]);
  });
});

describe('the report of contacts', () => {
  const contacts = [
    aContact({ agencyId: 'a', verifiedOn: '2026-05-01' }),
    aContact({
      agencyId: 'a',
      id: '2',
      role: 'alternate',
      verifiedOn: '2025-05-01',
      bouncedOn: '2026-06-01',
    }),
    aContact({ agencyId: 'b', verifiedOn: null }),
    aContact({ agencyId: 'c', verifiedOn: '2024-05-01' }),
    aContact({ agencyId: 'd', verifiedOn: null, bouncedOn: '2026-06-02' }),
  ];

  it('shows the day of each verification, what refuses mails first, what was never verified next', () => {
    expect(contactReport(contacts).lines).toEqual([
      'd main: never verified, refuses mails since 2026-06-02',
      'a alternate: verified 2025-05-01, refuses mails since 2026-06-01',
      'b main: never verified',
      'c main: verified 2024-05-01',
      'a main: verified 2026-05-01',
    ]);
  });

  it('names the agencies that no mail reaches, and nobody by name or address', () => {
    expect(contactReport(contacts).unreachable).toEqual(['d']);
    expect(contactReport(contacts).lines.join()).not.toMatch(/@|Nguyễn/);
  });
});

describe('agencies of a list', () => {
  it.each(['ubnd-xa', 'ubnd-xa/w:99999@0', 'ubnd-xa/thoi-an', 'ubnd-xa/', 'nobody'])(
    'none is called %s',
    (agency) => {
      const csv = [HEAD, GOOD.replace('ubnd-xa/w:26773@0', agency)].join('\n');
      const findings = validateContacts(registry, parseContacts(csv).rows, {
        agencies: [],
        day: '2026-11-22',
      });
      expect(findings).toEqual([expect.objectContaining({ place: agency, what: 'unknown agency' })]);
    },
  );
});

describe('the shipped contacts', () => {
  const read = (name: string) => parseContacts(readFileSync(new URL(name, DATA_FOLDER), 'utf8'), name);

  it('are what the generator makes, and nothing of them can reach a real mailbox', () => {
    expect(read('contacts-demo.csv')).toEqual({ rows: demoContacts(registry), findings: [] });
    expect(read('contacts-demo-wards.csv')).toEqual({ rows: wardContacts(registry), findings: [] });
    const all = [...demoContacts(registry), ...wardContacts(registry)];
    expect(all.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
  });

  it('cover the chains of the stories in both periods, and all wards of TP.HCM', () => {
    const mains = new Set([...demoContacts(registry), ...wardContacts(registry)].map(({ agency }) => agency));
    const chains = [
      'ubnd-xa/w:26773@0',
      'ubnd-huyen/d:761@0',
      'so-gtvt-hcm',
      'ubnd-tinh/p:79@0',
      'chu-tich-tinh/p:79@0',
      'ubnd-xa/w:26773@2025-07',
      'so-xd-hcm',
      'ubnd-tinh/p:79@2025-07',
      'chu-tich-tinh/p:79@2025-07',
      'ban-tiep-nhan/p:79@2025-07',
      'cong-an-huyen/d:770@0',
      'doan-huyen/d:770@0',
      'dang-uy-huyen/d:770@0',
      'ubnd-xa/w:27154@2025-07',
    ];
    expect(chains.filter((id) => !mains.has(id))).toEqual([]);
    const wards = [...mains].filter(
      (id) => /^ubnd-xa\/w:\d+@2025-07$/.test(id) && registry.unit(id.slice(8))?.parentId === 'p:79@2025-07',
    );
    expect(wards).toHaveLength(168);
  });
});
