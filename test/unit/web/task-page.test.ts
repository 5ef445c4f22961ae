import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decisionsIn, type Decision } from '../../../core/petition/transitions.js';
import { PAGE_HEADERS } from '../../../web/server/headers.js';
import { renderTaskPage } from '../../../web/server/task-page.js';
import { taskForm, taskView } from '../../support/task-view.js';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='x'>`;

const inputs = (page: string, name: string): string[] =>
  [...page.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(` name="${name}"`));

/** Fields that a decision needs beside the text, by the names that the form is read by. */
const FIELDS: Record<Decision, string[]> = {
  accept: [],
  note: [],
  resolve: ['signedFile', 'evidence', 'noEvidenceReason', 'actorName', 'actorPosition', 'documentNo'],
  reject: ['signedFile', 'ground', 'actorName', 'actorPosition', 'documentNo'],
  transfer: ['agency'],
  'beyond-competence': ['condition.duong-tp'],
  extend: ['until'],
  'request-extension': ['until.request-extension'],
  'refer-up': [],
  direct: ['agency.direct', 'until.direct'],
  commit: ['until.commit'],
  ask: [],
  reclassify: ['category', 'answer.boi-thuong'],
  split: ['matter.1.category', 'matter.1.text', 'matter.2.category'],
  guide: ['signedFile', 'track', 'actorName', 'actorPosition', 'documentNo'],
  forward: ['signedFile', 'body', 'actorName', 'actorPosition', 'documentNo'],
  'request-support': ['support.0', 'support.other1', 'supportUntil'],
  'end-support': ['thread'],
  'allow-support-extension': ['thread.allow-support-extension'],
  'refuse-support-extension': ['thread.refuse-support-extension'],
  assign: ['contact'],
  'propose-visit': ['visitDay', 'visitTime', 'visitPlace'],
  'link-duplicate': ['duplicateOf', 'listedDuplicate'],
  'unlink-duplicate': [],
};

describe('the page of a task', () => {
  const page = renderTaskPage(taskView());

  it('says what is asked, where, by when and why here', () => {
    expect(page).toContain('7K3M-9Q2P-4TXA-N');
    expect(page).toContain('17:00, thứ Sáu 17/03/2023 (còn 3 ngày làm việc)');
    expect(page).toContain('17:00, thứ Hai 13/03/2023 (quá hạn 1 ngày làm việc)');
    expect(page).toContain('Phường Thới An, Quận 12, Thành phố Hồ Chí Minh');
    expect(page).toContain('Giả định, chờ địa phương xác nhận');
    expect(page).toContain('Đã khảo sát hiện trường ngày 13/3.');
    expect(page).toContain('href="tel:0900000001"');
  });

  it('offers every decision of the state and chooses none', () => {
    const offered = inputs(page, 'decision').map((tag) => /value="([^"]+)"/.exec(tag)?.[1]);
    expect(offered.sort()).toEqual([...decisionsIn('ASSIGNED')].sort());
    expect(page).not.toMatch(/<input[^>]* checked/);
    expect(page).not.toMatch(/<option[^>]* selected/);
  });

  it.each(Object.entries(FIELDS))(
    'has the fields of %s, and only while it is offered',
    (decision, fields) => {
      for (const field of [...fields, 'text']) expect(inputs(page, field).length, field).toBeGreaterThan(0);
      const others = decisionsIn('ASSIGNED').filter((each) => each !== decision);
      const without = renderTaskPage(taskView({ form: taskForm({ decisions: others }) }));
      expect(without).not.toContain(`value="${decision}"`);
      const own = fields.filter((field) => !others.some((other) => FIELDS[other].includes(field)));
      for (const field of own) expect(inputs(without, field), field).toEqual([]);
    },
  );

  it('posts as a multipart form with the nonce, to its own address', () => {
    expect(page).toMatch(/<form method="post" enctype="multipart\/form-data"[^>]*>/);
    expect(page).not.toMatch(/<form[^>]* action=/);
    expect(page).toContain('name="nonce" value="0123456789ab.cdefghijklmnopqrstuvwx"');
  });

  it('asks for a reason without evidence only where evidence is asked for', () => {
    const page2 = renderTaskPage(taskView({ form: taskForm({ evidenceRule: 'none' }) }));
    expect(inputs(page2, 'noEvidenceReason')).toEqual([]);
    expect(inputs(page2, 'evidence')).toHaveLength(1);
  });

  it('hides who handed it in where the caller gives no submitter', () => {
    const sealed = renderTaskPage(taskView({ submitter: null }));
    expect(sealed).not.toContain('Trần Thị Mai');
    expect(sealed).toContain('giữ kín');
  });

  it('escapes every text that comes from outside', () => {
    const hostile = renderTaskPage(
      taskView({
        categoryLabel: HOSTILE,
        placeName: HOSTILE,
        address: HOSTILE,
        description: HOSTILE,
        photos: [{ href: HOSTILE, label: HOSTILE }],
        submitter: { kind: HOSTILE, name: HOSTILE, phone: HOSTILE },
        holderName: HOSTILE,
        supportNames: [HOSTILE],
        rule: { id: HOSTILE, basis: HOSTILE, status: 'sourced', reason: HOSTILE },
        hops: [{ at: '2023-03-10T02:00:05.000Z', kind: 'routed', toName: HOSTILE }],
        remarks: [{ at: '2023-03-10T02:00:05.000Z', type: HOSTILE, text: HOSTILE }],
        form: taskForm({
          nonce: HOSTILE,
          peers: [{ id: HOSTILE, name: HOSTILE }],
          openQuestions: [{ key: HOSTILE, question: HOSTILE }],
          typed: { text: HOSTILE, actorName: HOSTILE, documentNo: HOSTILE, until: HOSTILE },
          errors: [{ field: HOSTILE, message: HOSTILE }],
        }),
      }),
    );
    expect(hostile).not.toContain('<script');
    expect(hostile).not.toContain('<img src=x');
    expect(hostile).not.toMatch(/onerror='/);
  });

  it('keeps a leading line break of the text that was typed', () => {
    const again = renderTaskPage(taskView({ form: taskForm({ typed: { text: '\nDòng hai' } }) }));
    expect(again).toMatch(/<textarea[^>]*>\n\nDòng hai<\/textarea>/);
  });
});

describe('the form with errors', () => {
  const page = renderTaskPage(
    taskView({
      form: taskForm({
        typed: {
          decision: 'reject',
          ground: 'already-settled',
          text: 'Đã trả lời <ngày 1/3>',
          actorName: 'An',
        },
        errors: [
          { field: 'decision', message: 'Xin chọn một cách xử lý.' },
          { field: 'ground', message: 'Xin chọn một căn cứ không thụ lý.' },
          { field: 'actorPosition', message: 'Xin điền mục này.' },
        ],
      }),
    }),
  );

  it('links each error to a field that exists and describes that field', () => {
    const targets = [...page.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id]) => id ?? '');
    expect(targets).toHaveLength(3);
    for (const id of targets) expect(page).toContain(` id="${id}"`);
    expect(page).toContain('id="actorPosition-error"');
    expect(page).toMatch(/name="actorPosition" aria-describedby="actorPosition-error" aria-invalid="true"/);
    expect(page).toContain('Chức vụ: Xin điền mục này.');
  });

  it('keeps what was chosen and typed', () => {
    expect(page).toMatch(/value="reject"[^>]* checked/);
    expect(page).toMatch(/value="already-settled" checked/);
    expect(page).toContain('Đã trả lời &lt;ngày 1/3&gt;');
    expect(page).toMatch(/name="actorName"[^>]* value="An"/);
    expect(page).toContain('<title>Lỗi: ');
  });

  it('never describes a field by something that is not there', () => {
    const ids = [...page.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, list]) =>
      (list ?? '').split(' '),
    );
    for (const id of ids) expect(page, id).toContain(` id="${id}"`);
  });

  it('has no id twice', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the policy of server-rendered pages', () => {
  it('allows the style sheet of the page by its hash, and no script', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(renderTaskPage(taskView()))?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = PAGE_HEADERS['content-security-policy'] ?? '';
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('is kept by the page: no inline style, no script', () => {
    const page = renderTaskPage(taskView());
    expect(page).not.toMatch(/ style="/);
    expect(page).not.toContain('<script');
  });
});
