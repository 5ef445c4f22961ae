import type { ApprovalWay } from '../../../core/petition/approval-way.js';
import type { FinalDecision } from '../../../core/petition/final-decision.js';
import { finalDaysLeft } from '../../../core/deadline/final-days-left.js';
import { DEFAULT_REMINDER_PLAN } from '../../../core/deadline/reminders.js';
import type { Term } from '../../../core/deadline/term.js';
import type { AgencyRef } from '../../../core/event-parts.js';
import type { Jurisdiction, Routed } from '../../../core/petition/jurisdiction.js';
import { timetableOf, type TermsOfClass } from '../../../core/petition/timetable-of.js';
import type { CategoryFacts, Registers } from '../../../core/ports/registers.js';
import { localDayOf, type Instant } from '../../../core/time.js';
import { onOneCalendar, workingCalendar } from '../calendars.js';

export const WARD: AgencyRef = { id: 'ubnd-phuong', name: 'Ủy ban nhân dân phường Thới An', tier: 'xa' };
export const NEIGHBOUR: AgencyRef = {
  id: 'ubnd-phuong-ben',
  name: 'Ủy ban nhân dân phường Thạnh Xuân',
  tier: 'xa',
};
export const DISTRICT: AgencyRef = { id: 'ubnd-quan', name: 'Ủy ban nhân dân Quận 12', tier: 'huyen' };
export const CITY: AgencyRef = {
  id: 'ubnd-thanh-pho',
  name: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
  tier: 'tinh',
};
export const CHAIRMAN: AgencyRef = {
  id: 'chu-tich-thanh-pho',
  name: 'Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh',
  tier: 'tinh',
};
export const NEW_WARD: AgencyRef = {
  id: 'ubnd-phuong-moi',
  name: 'Ủy ban nhân dân phường Thới An (mới)',
  tier: 'xa',
};

export const ALL_AGENCIES = [WARD, NEIGHBOUR, DISTRICT, CITY, CHAIRMAN, NEW_WARD];
export const PROVINCE = 'hcm';
export const CATEGORY = 'VSMT';
/** Ten working days, led by the neighbour. */
export const SLOW_CATEGORY = 'DATDAI';
/** A matter of the Front's: no clock. */
export const PARTY_CATEGORY = 'TOCHUC';

const days = (amount: number): Term => ({ amount, unit: 'workingDays', basis: '', status: 'assumed' });

/** An ordinary class: a day to accept, five working days to settle and as many to object. */
export const TERMS: TermsOfClass = {
  isUrgent: false,
  accept: days(1),
  resolve: days(5),
  followUp: null,
  extension: days(5),
  maxExtensions: 1,
  approvedExtension: days(20),
  triage: days(2),
  firstNotice: days(10),
  support: days(3),
  feedback: days(5),
  residentAnswer: days(10),
  answerCode: { amount: 4, unit: 'workingHours', basis: '', status: 'assumed' },
  maxPauses: 2,
  reminders: DEFAULT_REMINDER_PLAN,
};

/** A matter of the Party's and the Front's: no clock, a leader who asks how far it is. */
const PARTY_TERMS: TermsOfClass = {
  ...TERMS,
  accept: null,
  resolve: null,
  extension: null,
  maxExtensions: 0,
  approvedExtension: null,
  followUp: { amount: 30, unit: 'calendarDays', basis: '', status: 'assumed' },
};

/** Ten working days. */
const SLOW_TERMS: TermsOfClass = { ...TERMS, resolve: days(10), extension: days(10) };

const CHAIN = [WARD, DISTRICT, CITY, CHAIRMAN];

/** The chain ward, district, city, chairman; districts may end at an instant. */
export const smallJurisdiction = (districtsUntil: Instant | null = null): Jurisdiction => {
  const isAlive = (agency: AgencyRef, at: Instant) =>
    agency.id !== DISTRICT.id || districtsUntil === null || at < districtsUntil;
  const to = (holder: AgencyRef): Routed => ({
    holder,
    holderValidTo: holder.id === DISTRICT.id ? districtsUntil : null,
    support: [],
    rule: { id: 'chuoi-thu', basis: '', status: 'assumed', reason: `${holder.name} phụ trách` },
    isLastOwner: holder.id === CHAIRMAN.id,
    isTriage: false,
  });
  return {
    release: 'ban-thu',
    first: ({ category }) => to(category === SLOW_CATEGORY ? NEIGHBOUR : WARD),
    next: (_facts, holder, { at }) => {
      const place = Math.max(
        CHAIN.findIndex((agency) => agency.id === holder.id),
        0,
      );
      return to(CHAIN.slice(place + 1).find((agency) => isAlive(agency, at)) ?? CHAIRMAN);
    },
    tenureEnd: (_facts, { holder }) =>
      holder.id === DISTRICT.id && districtsUntil !== null
        ? { at: districtsUntil, because: 'holder-abolished' }
        : null,
    successor: () => to(NEW_WARD),
    named: (_facts, id, at) => {
      const agency = ALL_AGENCIES.find((known) => known.id === id);
      return agency === undefined || !isAlive(agency, at) ? null : to(agency);
    },
    superior: (_facts, id) =>
      CHAIN[CHAIN.findIndex((agency) => agency.id === id) + 1 || CHAIN.length] ?? null,
    commonSuperior: (_facts, [id = ''], at) => {
      const place = CHAIN.findIndex((agency) => agency.id === id);
      return to(CHAIN.slice(Math.max(place, 0) + 1).find((agency) => isAlive(agency, at)) ?? CHAIRMAN);
    },
    subordinates: (_facts, superior, { at }) => {
      const below = CHAIN.slice(
        0,
        Math.max(
          CHAIN.findIndex(({ id }) => id === superior.id),
          0,
        ),
      );
      return below.length === 0 ? [] : [...below, NEIGHBOUR].filter((agency) => isAlive(agency, at));
    },
    peers: (_facts, holder) =>
      ALL_AGENCIES.filter(({ id, tier }) => tier === holder.tier && id !== holder.id),
    openQuestions: () => [],
  };
};

export const FACTS: CategoryFacts = {
  code: CATEGORY,
  label: 'Vệ sinh môi trường',
  lane: 'admin',
  serviceClass: 'thuong',
  evidence: 'none',
  urgentWhen: '',
  conditions: ['chan-thoat-nuoc'],
  hidesSubmitter: false,
};

/** Led by another unit, with other terms and another rule of evidence. */
export const SLOW_FACTS: CategoryFacts = {
  ...FACTS,
  code: SLOW_CATEGORY,
  label: 'Đất đai',
  serviceClass: 'phuc-tap',
  evidence: 'document',
  conditions: ['boi-thuong'],
};

export const PARTY_FACTS: CategoryFacts = {
  ...FACTS,
  code: PARTY_CATEGORY,
  label: 'Tổ chức khu phố',
  lane: 'party',
  serviceClass: 'khong-ky-han',
  conditions: [],
};

const TIMETABLES = new Map(
  Object.entries({ thuong: TERMS, 'phuc-tap': SLOW_TERMS, 'khong-ky-han': PARTY_TERMS }).map(
    ([name, terms]) => [name, timetableOf(name, terms, onOneCalendar(workingCalendar))],
  ),
);

type SmallClass = 'thuong' | 'phuc-tap' | 'khong-ky-han';

/** The timetable of a class of the small registers. */
export const smallTimetable = (serviceClass: SmallClass) => {
  const timetable = TIMETABLES.get(serviceClass);
  if (timetable === undefined) throw new RangeError(serviceClass);
  return timetable;
};

/** One ward with its chain of superiors on the real working calendar; districts may end at an instant. */
export const smallRegisters = ({
  districtsUntil = null,
  lane = 'admin',
  takesAnonymous = false,
  headApproval = [],
  approvalWay = 'head-link',
  digestOver = null,
}: {
  districtsUntil?: Instant | null;
  lane?: 'admin' | 'party';
  takesAnonymous?: boolean;
  /** Final decisions that every agency's head must approve. */
  headApproval?: FinalDecision[];
  /** How they approve it. */
  approvalWay?: ApprovalWay;
  digestOver?: number | null;
} = {}): Registers => {
  const facts: CategoryFacts = lane === 'admin' ? FACTS : { ...FACTS, lane, serviceClass: 'khong-ky-han' };
  const known = [facts, SLOW_FACTS, PARTY_FACTS];
  return {
    category: (code) => Promise.resolve(known.find((each) => each.code === code) ?? null),
    categories: () =>
      Promise.resolve(
        known.map(({ code, label, conditions }) => ({
          ...{ code, label },
          questions: conditions.map((key) => ({ key, question: `${key}?` })),
        })),
      ),
    place: () => Promise.resolve({ kind: 'ward', provinceId: PROVINCE, unitId: 'phuong-thoi-an' }),
    placeName: () => Promise.resolve('Phường Thới An, Quận 12, Thành phố Hồ Chí Minh'),
    takesAnonymous: () => Promise.resolve(takesAnonymous),
    headApproval: () =>
      Promise.resolve(Object.fromEntries(headApproval.map((decision) => [decision, approvalWay]))),
    digestOver: () => Promise.resolve(digestOver),
    jurisdiction: () => Promise.resolve(smallJurisdiction(districtsUntil)),
    timetable: ({ serviceClass }) =>
      Promise.resolve(TIMETABLES.get(serviceClass) ?? smallTimetable('khong-ky-han')),
    releaseId: () => Promise.resolve(smallJurisdiction().release),
    calendarDaysLeft: (at) => Promise.resolve(finalDaysLeft(workingCalendar, localDayOf(at))),
    provinces: () => Promise.resolve([PROVINCE]),
  };
};
