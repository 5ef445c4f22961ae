import { useState } from 'preact/hooks';
import { addDays } from '../../../core/deadline/local-day.js';
import { localDayOf } from '../../../core/time.js';
import { dayWords } from '../../words/dates.js';
import { MEETING_WORDS } from '../../words/labels.js';
import { api, type ListedMeeting } from '../api.js';
import { Failure } from '../ui/failure.js';
import { PeriodFields, type Period } from '../ui/period-fields.js';
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

type Listed = Period & Record<'province', string>;

const firstPeriod = (now: string): Listed => {
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
  const change = (part: Partial<Listed>): void => {
    setPeriod((before) => ({ ...before, ...part }));
  };
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
      <div class="filters">
        <PeriodFields fromLabel="Từ ngày" period={period} onChange={change} />
        <ProvinceField
          value={period.province}
          onValue={(province) => {
            change({ province });
          }}
        />
      </div>
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
