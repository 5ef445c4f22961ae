import { useState } from 'preact/hooks';
import { api, type DeskWho, type FoundPetition, type NewReceipt } from '../api.js';
import { Failure } from '../ui/failure.js';
import { SignIn } from '../ui/sign-in.js';
import { FoundList } from './found-list.js';
import { PrintedReceipt } from './printed-receipt.js';
import { SearchForm } from './search-form.js';

interface Found {
  who: DeskWho;
  items: FoundPetition[];
  more: boolean;
}

const countWords = (found: Found | null): string => {
  if (found === null) return '';
  if (found.items.length === 0) return 'Không tìm thấy kiến nghị nào.';
  return `Tìm thấy ${found.items.length} kiến nghị.${found.more ? ' Còn kiến nghị cũ hơn không hiện ở đây.' : ''}`;
};

const NotFound = () => (
  <p class="note">
    Xin kiểm tra lại số điện thoại hoặc thư điện tử và họ tên đã ghi khi gửi. Kiến nghị gửi trước khi hệ thống
    có chức năng này, hoặc gửi mà không để lại liên hệ, không tìm được bằng cách này.
  </p>
);

const Search = ({ token }: { token: string }) => {
  const [found, setFound] = useState<Found | null>(null);
  const [receipt, setReceipt] = useState<NewReceipt | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const search = (who: DeskWho): void => {
    api.search(token, who).then(({ items, more }) => {
      setFailure(undefined);
      setFound({ who, items, more });
    }, setFailure);
  };
  if (receipt !== null)
    return (
      <PrintedReceipt
        receipt={receipt}
        done={() => {
          setReceipt(null);
          setFound(null);
        }}
      />
    );
  return (
    <>
      <SearchForm onSearch={search} />
      {failure === undefined ? null : <Failure error={failure} />}
      <p role="status">{countWords(found)}</p>
      {found?.items.length === 0 ? <NotFound /> : null}
      {found === null ? null : (
        <FoundList token={token} who={found.who} items={found.items} onReceipt={setReceipt} />
      )}
    </>
  );
};

/** The reception desk helps somebody who has lost the code: finds the petition and hands out a new receipt. */
export const LostCodePage = () => {
  const [token, setToken] = useState('');
  return (
    <>
      <h1>Tìm lại mã kiến nghị</h1>
      <p class="lead no-print">
        Cho người đã gửi kiến nghị mà mất mã hoặc mất phiếu. Xin đối chiếu giấy tờ trước khi tìm; mỗi lần tìm
        đều được ghi lại, không ghi số điện thoại hay họ tên.
      </p>
      <p class="no-print">
        <a href="/desk.html">← Về bàn tiếp nhận</a>
      </p>
      {token === '' ? (
        <SignIn role="cán bộ tiếp nhận" demoUser="operator" onToken={setToken} />
      ) : (
        <Search token={token} />
      )}
    </>
  );
};
