import { useState } from 'preact/hooks';
import { addDays } from '../../../core/deadline/local-day.js';
import { localDayOf } from '../../../core/time.js';
import { dayWords } from '../../words/dates.js';
import { MEETING_WORDS } from '../../words/labels.js';
import { api, type ListedMeeting } from '../api.js';
import { Failure } from '../ui/failure.js';
import { TextField } from '../ui/fields.js';
import { ProvinceField } from '../ui/province-field.js';
import { provinceAt } from '../ui/province.js';

const FIRST_DAYS = 30;

const Line = ({ meeting, open }: { meeting: ListedMeeting; open: (id: string) => void }) => (
  <li>
    <button
      type="button"
      class="link"
      onClick={() => {
        open(meeting.id);
      }}
    >
      {dayWords(meeting.heldOn)}: {MEETING_WORDS[meeting.kind]}, {meeting.placeName ?? 'chưa rõ nơi họp'}
    </button>{' '}
    ({meeting.items} kiến nghị)
    {meeting.status === 'IMPORTING' ? <span class="tag warn">Đang ghi dở</span> : null}
  </li>
);

const countWords = (count: number): string =>
  count === 0 ? 'Không có cuộc họp nào trong thời gian này.' : `Có ${count} cuộc họp.`;

type Period = Record<'province' | 'from' | 'to', string>;

const PeriodFields = ({ period, set }: { period: Period; set: (part: Partial<Period>) => void }) => (
  <div class="filters">
    <TextField
      id="from"
      type="date"
      label="Từ ngày"
      value={period.from}
      onValue={(from) => {
        set({ from });
      }}
    />
    <TextField
      id="to"
      type="date"
      label="Đến hết ngày"
      value={period.to}
      onValue={(to) => {
        set({ to });
      }}
    />
    <ProvinceField
      value={period.province}
      onValue={(province) => {
        set({ province });
      }}
    />
  </div>
);

const firstPeriod = (now: string): Period => {
  const today = localDayOf(now);
  return { province: provinceAt(now), from: addDays(today, -FIRST_DAYS), to: today };
};

interface ListProps {
  token: string;
  now: string;
  open: (id: string) => void;
}

/** Meetings that were recorded, those without petitions too. */
export const MeetingList = ({ token, now, open }: ListProps) => {
  const [period, setPeriod] = useState(() => firstPeriod(now));
  const [meetings, setMeetings] = useState<ListedMeeting[] | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const search = (): void => {
    api.meetings(token, period).then(({ items }) => {
      setFailure(undefined);
      setMeetings(items);
    }, setFailure);
  };
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <h2>Các cuộc họp đã ghi</h2>
      <PeriodFields
        period={period}
        set={(part) => {
          setPeriod((before) => ({ ...before, ...part }));
        }}
      />
      <button type="submit" class="second">
        Tìm cuộc họp
      </button>
      {failure === undefined ? null : <Failure error={failure} />}
      <p role="status">{meetings === null ? '' : countWords(meetings.length)}</p>
      <ul>
        {(meetings ?? []).map((meeting) => (
          <Line key={meeting.id} meeting={meeting} open={open} />
        ))}
      </ul>
    </form>
  );
};
