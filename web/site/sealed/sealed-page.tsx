import { useEffect, useState } from 'preact/hooks';
import { codeWords } from '../../words/code.js';
import { dateWords } from '../../words/dates.js';
import { SEALED_STATUS_WORDS } from '../../words/sealed-words.js';
import { sealedApi, type SealedItem, type SealedList } from '../sealed-api.js';
import { Failure } from '../ui/failure.js';
import { SelectField } from '../ui/fields.js';
import { SignIn } from '../ui/sign-in.js';
import { EntryView } from './entry-view.js';
import { FileView } from './file-view.js';

const FileCard = ({ file, open }: { file: SealedItem; open: () => void }) => (
  <li>
    <button type="button" class="pick" onClick={open}>
      {codeWords(file.code)}
      <span class="hint">
        {SEALED_STATUS_WORDS[file.status]}, nhận {dateWords(file.receivedAt)}
        {file.nextDate === null ? '' : `, phải xử lý trước ${dateWords(file.nextDate)}`}
        {file.late ? ', QUÁ HẠN' : ''}
      </span>
    </button>
  </li>
);

const countWords = ({ items, late }: SealedList): string =>
  items.length === 0 ? 'Không có hồ sơ nào.' : `Có ${items.length} hồ sơ, ${late} hồ sơ quá hạn.`;

const useFiles = (token: string, body: string, isShown: boolean) => {
  const [list, setList] = useState<SealedList | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const read = (after: string, before: SealedList | null): void => {
    sealedApi.list(token, { body, after }).then((page) => {
      setFailure(undefined);
      setList(
        before === null
          ? page
          : { ...page, items: [...before.items, ...page.items], late: before.late + page.late },
      );
    }, setFailure);
  };
  useEffect(() => {
    if (isShown) read('', null);
  }, [token, body, isShown]);
  return { list, failure, read };
};

/** Only for officers of several bodies. */
const BodyChoice = ({
  list,
  body,
  onBody,
}: {
  list: SealedList | null;
  body: string;
  onBody: (body: string) => void;
}) =>
  list === null || list.bodies.length < 2 ? null : (
    <SelectField
      id="body"
      label="Cơ quan"
      options={list.bodies.map((id) => ({ id, name: id }))}
      value={body === '' ? (list.bodies[0] ?? '') : body}
      onValue={onBody}
    />
  );

type Listed = ReturnType<typeof useFiles>;

const FileList = ({ list, read, open }: Pick<Listed, 'list' | 'read'> & { open: (id: string) => void }) => (
  <>
    <ul class="picks" aria-label="Hồ sơ tố cáo">
      {(list?.items ?? []).map((file) => (
        <FileCard
          key={file.id}
          file={file}
          open={() => {
            open(file.id);
          }}
        />
      ))}
    </ul>
    {list?.next === undefined ? null : (
      <button
        type="button"
        class="second"
        onClick={() => {
          read(list.next ?? '', list);
        }}
      >
        Xem thêm
      </button>
    )}
  </>
);

/** Only officers of some body enter anything. */
const EnterButton = ({ list, enter }: { list: SealedList | null; enter: () => void }) =>
  list === null || list.bodies.length === 0 ? null : (
    <p>
      <button type="button" class="second" onClick={enter}>
        Nhập tố cáo bằng giấy
      </button>
    </p>
  );

/** The list, one file, or the form for one on paper. */
type View = { kind: 'list' } | { kind: 'file'; id: string } | { kind: 'entry' };

const Files = ({ token }: { token: string }) => {
  const [body, setBody] = useState('');
  const [view, setView] = useState<View>({ kind: 'list' });
  const { list, failure, read } = useFiles(token, body, view.kind === 'list');
  const back = (): void => {
    setView({ kind: 'list' });
  };
  if (view.kind === 'file') return <FileView token={token} id={view.id} back={back} />;
  if (view.kind === 'entry') return <EntryView token={token} bodies={list?.bodies ?? []} back={back} />;
  return (
    <>
      {failure === undefined ? null : <Failure error={failure} />}
      <p role="status">{list === null ? '' : countWords(list)}</p>
      <EnterButton
        list={list}
        enter={() => {
          setView({ kind: 'entry' });
        }}
      />
      <BodyChoice list={list} body={body} onBody={setBody} />
      <FileList
        list={list}
        read={read}
        open={(id) => {
          setView({ kind: 'file', id });
        }}
      />
    </>
  );
};

/** For officers of the restricted role: the denunciations that their body holds. */
export const SealedPage = () => {
  const [token, setToken] = useState('');
  return (
    <>
      <h1>Hồ sơ niêm phong</h1>
      <p class="lead">
        Tố cáo gửi đến cơ quan của quý vị. Danh tính và nội dung chỉ hiện sau khi ghi lý do mở; mỗi lần mở đều
        lưu lại vĩnh viễn.
      </p>
      {token === '' ? (
        <SignIn role="cán bộ được giao hồ sơ niêm phong" demoUser="sealed" onToken={setToken} />
      ) : (
        <Files token={token} />
      )}
    </>
  );
};
