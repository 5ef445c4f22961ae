import { useEffect, useState } from 'preact/hooks';
import { api, type CategoryItem, type MeetingReceipt } from '../api.js';
import { Failure } from '../ui/failure.js';
import { SignIn } from '../ui/sign-in.js';
import { MeetingForm } from './meeting-form.js';
import { MeetingList } from './meeting-list.js';
import { MinutesView } from './minutes-view.js';

interface Opened {
  id: string;
  receipts: MeetingReceipt['items'];
}

const Meetings = ({ token, now }: { token: string; now: string }) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [recorded, setRecorded] = useState(0);
  const [categories, setCategories] = useState<CategoryItem[]>([]);
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    api.categories().then(({ items }) => {
      setCategories(items);
    }, setFailure);
  }, []);
  return (
    <>
      {opened === null ? null : (
        <MinutesView
          token={token}
          {...opened}
          back={() => {
            setOpened(null);
          }}
        />
      )}
      {/* Hidden, not gone: whoever looks something up goes on typing afterwards. */}
      <div hidden={opened !== null}>
        {failure === undefined ? null : <Failure error={failure} />}
        <MeetingForm
          key={recorded}
          token={token}
          now={now}
          categories={categories}
          onDone={({ id, items }) => {
            setOpened({ id, receipts: items });
            setRecorded((count) => count + 1);
          }}
        />
        <MeetingList
          token={token}
          now={now}
          open={(id) => {
            setOpened({ id, receipts: [] });
          }}
        />
      </div>
    </>
  );
};

/** Operators: record a meeting with what was raised there, and print what became of it. */
export const MeetingPage = ({ now }: { now: string }) => {
  const [token, setToken] = useState('');
  return (
    <>
      <h1>Cuộc họp, gặp gỡ nhân dân</h1>
      <p class="lead no-print">
        Ghi kiến nghị nêu tại cuộc họp, gõ từng mục hoặc lấy từ bảng tính; mỗi kiến nghị có mã, đơn vị giải
        quyết và thời hạn riêng. Cuộc họp không có kiến nghị cũng được ghi.
      </p>
      {token === '' ? (
        <SignIn role="cán bộ tiếp nhận" demoUser="operator" onToken={setToken} />
      ) : (
        <Meetings token={token} now={now} />
      )}
    </>
  );
};
