import { useState } from 'preact/hooks';
import { api, type DeskNotice, type Page } from '../api.js';
import { Failure } from '../ui/failure.js';
import { ProvinceField } from '../ui/province-field.js';
import { SignIn } from '../ui/sign-in.js';
import { DuplicatesCard } from './duplicates-card.js';
import { LetterView } from './letter-view.js';
import { NoticeCard } from './notice-card.js';

const keyOf = ({ petitionId, id }: DeskNotice): string => `${petitionId} ${id}`;

const useWorklist = (token: string) => {
  const [page, setPage] = useState<Page<DeskNotice> | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const read = (query: Record<string, string>, before: readonly DeskNotice[]): void => {
    api.notices(token, query).then(({ items, next }) => {
      setFailure(undefined);
      setPage({ items: [...before, ...items], ...(next === undefined ? {} : { next }) });
    }, setFailure);
  };
  const remove = (notice: DeskNotice): void => {
    setPage((now) =>
      now === null ? null : { ...now, items: now.items.filter((each) => keyOf(each) !== keyOf(notice)) },
    );
  };
  return { page, failure, read, remove };
};

const countWords = (count: number): string =>
  count === 0 ? 'Không còn thông báo nào cần chuyển tay.' : `Còn ${count} thông báo cần chuyển.`;

const Worklist = ({ token, firstProvince }: { token: string; firstProvince: string }) => {
  const [province, setProvince] = useState(firstProvince);
  const { page, failure, read, remove } = useWorklist(token);
  const [opened, setOpened] = useState<DeskNotice | null>(null);
  if (opened !== null)
    return (
      <LetterView
        notice={opened}
        token={token}
        back={() => {
          setOpened(null);
        }}
      />
    );
  return (
    <>
      <form
        class="card no-print"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          read({ province }, []);
        }}
      >
        <ProvinceField value={province} onValue={setProvince} />
        <button type="submit">Đọc danh sách</button>
      </form>
      {failure === undefined ? null : <Failure error={failure} />}
      <p role="status">{page === null ? '' : countWords(page.items.length)}</p>
      {(page?.items ?? []).map((notice) => (
        <NoticeCard
          key={keyOf(notice)}
          notice={notice}
          token={token}
          openLetter={() => {
            setOpened(notice);
          }}
          done={() => {
            remove(notice);
          }}
        />
      ))}
      {page?.next === undefined ? null : (
        <button
          type="button"
          class="second"
          onClick={() => {
            read({ province, cursor: page.next ?? '' }, page.items);
          }}
        >
          Xem tiếp
        </button>
      )}
    </>
  );
};

/** The reception desk: messages that a person must phone, post or hand over. */
export const DeskPage = ({ province }: { province: string }) => {
  const [token, setToken] = useState('');
  return (
    <>
      <h1>Bàn tiếp nhận</h1>
      <p class="lead">
        Những thông báo không gửi được bằng thư điện tử hay tin nhắn: gọi điện, in ra hoặc trao tại bàn, rồi
        ghi nhận.
      </p>
      <p class="no-print">
        <a href="/meeting.html">Ghi biên bản và kiến nghị tại một cuộc họp, một buổi gặp gỡ</a>
      </p>
      <p class="no-print">
        <a href="/lost-code.html">Người dân mất mã kiến nghị, mất phiếu tiếp nhận</a>
      </p>
      {token === '' ? (
        <SignIn role="cán bộ tiếp nhận" demoUser="operator" onToken={setToken} />
      ) : (
        <>
          <Worklist token={token} firstProvince={province} />
          <DuplicatesCard token={token} />
        </>
      )}
    </>
  );
};
