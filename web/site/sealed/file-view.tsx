import { useEffect, useState } from 'preact/hooks';
import type { Closure, SealedEvent, UnsealReason } from '../../../core/sealed/sealed-events.js';
import { codeWords } from '../../words/code.js';
import { dateWords, instantWords } from '../../words/dates.js';
import {
  CLOSURE_WORDS,
  ENTRY_CHANNEL_WORDS,
  LATE_ENTRY_WORDS,
  SEALED_EVENT_WORDS,
  SEALED_STATUS_WORDS,
  TERM_WORDS,
  UNSEAL_REASON_WORDS,
} from '../../words/sealed-words.js';
import { sealedApi, type OpenedDenunciation, type SealedItem } from '../sealed-api.js';
import { BackToList } from '../ui/buttons.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { FocusedHeading } from '../ui/focused-heading.js';
import { ActForm } from './act-form.js';
import { OpenedFiles } from './opened-files.js';

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([id, name]) => ({ id, name }));

const Opened = ({ denunciation, close }: { denunciation: OpenedDenunciation; close: () => void }) => (
  <section class="card">
    <FocusedHeading level="h2">Nội dung đã mở niêm phong</FocusedHeading>
    <Facts
      rows={[
        ['Người tố cáo', denunciation.denouncer.name],
        ['Địa chỉ', denunciation.denouncer.address],
        ['Điện thoại', denunciation.denouncer.phone],
        ['Thư điện tử', denunciation.denouncer.email],
        ['Người bị tố cáo', denunciation.accusedName],
        ['Nội dung', denunciation.description],
        ['Chứng cứ', denunciation.evidence],
      ]}
    />
    <OpenedFiles files={denunciation.files} />
    <button type="button" class="second" onClick={close}>
      Đóng nội dung
    </button>
  </section>
);

type Entered = Extract<SealedEvent, { type: 'DenunciationReceived' }>['data']['entered'];

const paperWords = (entered: Entered): string =>
  entered === undefined
    ? ''
    : [
        `${ENTRY_CHANNEL_WORDS[entered.channel].toLowerCase()} ngày ${dateWords(entered.receivedAt)}`,
        entered.lateReason === null ? '' : LATE_ENTRY_WORDS[entered.lateReason].toLowerCase(),
      ]
        .filter(Boolean)
        .join(', ');

const detailOf = (event: SealedEvent): string => {
  switch (event.type) {
    case 'IdentityUnsealed':
      return [UNSEAL_REASON_WORDS[event.data.reason], event.data.documentNo].filter(Boolean).join(', ');
    case 'DenunciationHandedOver':
      return event.data.documentNo;
    case 'DenunciationClosed':
      return `${CLOSURE_WORDS[event.data.closure]}, ${event.data.documentNo}`;
    case 'DenunciationReceived':
      return [event.data.body.name, paperWords(event.data.entered)].filter(Boolean).join(', ');
    case 'BodyChanged':
      return event.data.body.name;
    case 'DateMissed':
      return TERM_WORDS[event.data.term];
    case 'ExclusionsGrew':
      return '';
  }
};

const History = ({ events, intact }: { events: readonly SealedEvent[]; intact: boolean }) => (
  <section class="card">
    <h2>Lịch sử hồ sơ</h2>
    <p role="status">
      {intact ? 'Chuỗi ghi nhận nguyên vẹn.' : 'Chuỗi ghi nhận không khớp: xin báo ngay người quản trị.'}
    </p>
    <ol>
      {events.map((event) => (
        <li key={event.seq}>
          <strong>{SEALED_EVENT_WORDS[event.type]}</strong>, {instantWords(event.at)}: {detailOf(event)}
          {event.actor.kind === 'officer' ? ` (tài khoản ${event.actor.userId})` : ''}
        </li>
      ))}
    </ol>
  </section>
);

type Shown = Awaited<ReturnType<typeof sealedApi.show>>;

const useFile = (token: string, id: string) => {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const read = (): Promise<void> => sealedApi.show(token, id).then(setShown, setFailure);
  useEffect(() => {
    void read();
  }, [token, id]);
  return { shown, failure, read };
};

const FileFacts = ({ file }: { file: SealedItem }) => (
  <Facts
    rows={[
      ['Trạng thái', SEALED_STATUS_WORDS[file.status]],
      ['Nhận lúc', instantWords(file.receivedAt)],
      ['Cơ quan bị tố cáo', file.accused?.name ?? 'Ghi trong nội dung niêm phong'],
      ['Cơ quan giữ hồ sơ', file.body.name],
      [
        'Ngày phải xử lý',
        file.nextDate === null ? null : instantWords(file.nextDate) + (file.late ? ' (quá hạn)' : ''),
      ],
      ['Số lần mở niêm phong', String(file.unsealings)],
    ]}
  />
);

/** A file with what may be done with it. Opened content stays in the memory of this page and goes with it. */
export const FileView = ({ token, id, back }: { token: string; id: string; back: () => void }) => {
  const { shown, failure, read } = useFile(token, id);
  const [opened, setOpened] = useState<OpenedDenunciation | null>(null);
  if (failure !== undefined) return <Failure error={failure} />;
  if (shown === null) return <p role="status">Đang đọc…</p>;
  const { file } = shown;
  const unseal = async (reason: string, documentNo: string): Promise<void> => {
    const body = { reason: reason as UnsealReason, ...(documentNo !== '' && { documentNo }) };
    setOpened((await sealedApi.unseal(token, id, body)).denunciation);
    await read();
  };
  return (
    <>
      <p>
        <BackToList back={back} />
      </p>
      <section class="card">
        <FocusedHeading level="h2">Hồ sơ {codeWords(file.code)}</FocusedHeading>
        <FileFacts file={file} />
      </section>
      {opened === null ? null : (
        <Opened
          denunciation={opened}
          close={() => {
            setOpened(null);
          }}
        />
      )}
      <ActForm
        id="unseal"
        title="Mở niêm phong"
        choice={{ label: 'Lý do mở', options: optionsOf(UNSEAL_REASON_WORDS) }}
        needsNumber={(reason) => reason === 'ordered-in-writing'}
        button="Ghi lý do và mở"
        act={unseal}
      >
        <p class="hint">
          Lý do, tài khoản và thời điểm được ghi vào lịch sử hồ sơ trước khi nội dung hiện ra.
        </p>
      </ActForm>
      <Settle token={token} file={file} done={read} />
      <History events={shown.events} intact={shown.intact} />
    </>
  );
};

const Settle = ({ token, file, done }: { token: string; file: SealedItem; done: () => Promise<void> }) => {
  if (file.status === 'CLOSED') return null;
  const closures = optionsOf(CLOSURE_WORDS).filter(
    ({ id }) => id !== 'concluded' || file.status === 'HANDED-OVER',
  );
  return (
    <>
      {file.status === 'RECEIVED' ? (
        <ActForm
          id="hand-over"
          title="Chuyển vào quy trình giải quyết tố cáo"
          needsNumber={() => true}
          button="Ghi nhận đã chuyển"
          act={async (_, documentNo) => {
            await sealedApi.handOver(token, file.id, documentNo);
            await done();
          }}
        />
      ) : null}
      <ActForm
        id="close"
        title="Kết thúc hồ sơ"
        choice={{ label: 'Kết quả', options: closures }}
        needsNumber={() => true}
        button="Kết thúc hồ sơ"
        act={async (closure, documentNo) => {
          await sealedApi.close(token, file.id, { closure: closure as Closure, documentNo });
          await done();
        }}
      />
    </>
  );
};
