import { useEffect, useState } from 'preact/hooks';
import type { ListedPetition } from '../../../core/ports/audit.js';
import { api, type CategoryItem, type Page } from '../api.js';
import { Failure } from '../ui/failure.js';
import { SignIn } from '../ui/sign-in.js';
import { FilterForm } from './filter-form.js';
import { firstFilters, queryOf } from './filters.js';
import { HoldingsCard } from './holdings-card.js';
import { HistoryView } from './history-view.js';
import { PetitionTable } from './petition-table.js';

/** The list as far as it was read; `asked` is the query to which its cursor belongs. */
const useList = (token: string) => {
  const [page, setPage] = useState<Page<ListedPetition> | null>(null);
  const [asked, setAsked] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>();
  const read = (query: Record<string, string>, before: readonly ListedPetition[]): void => {
    api.auditList(token, query).then(
      ({ items, next }) => {
        setFailure(undefined);
        setPage({ items: [...before, ...items], ...(next === undefined ? {} : { next }) });
      },
      (error: unknown) => {
        setFailure(error);
      },
    );
  };
  return {
    page,
    failure,
    search: (query: Record<string, string>): void => {
      setAsked(query);
      read(query, []);
    },
    more: (): void => {
      if (page?.next !== undefined) read({ ...asked, cursor: page.next }, page.items);
    },
  };
};

/** Names for codes; without them the page works with codes. */
const useCategories = (): CategoryItem[] => {
  const [categories, setCategories] = useState<CategoryItem[]>([]);
  useEffect(() => {
    api.categories().then(
      ({ items }) => {
        setCategories(items);
      },
      () => undefined,
    );
  }, []);
  return categories;
};

const Audit = ({ token, now }: { token: string; now: string }) => {
  const [filters, setFilters] = useState(() => firstFilters(now));
  const categories = useCategories();
  const [opened, setOpened] = useState<ListedPetition | null>(null);
  const { page, failure, search, more } = useList(token);
  if (opened !== null) {
    return (
      <HistoryView
        token={token}
        item={opened}
        back={() => {
          setOpened(null);
        }}
      />
    );
  }
  return (
    <>
      <FilterForm
        filters={filters}
        categories={categories}
        onChange={(part) => {
          setFilters((before) => ({ ...before, ...part }));
        }}
        onSearch={() => {
          search(queryOf(filters));
        }}
      />
      {failure === undefined ? null : <Failure error={failure} />}
      {page === null ? null : (
        <PetitionTable
          items={page.items}
          labelOf={(code) => categories.find((category) => category.code === code)?.label ?? code}
          hasMore={page.next !== undefined}
          open={setOpened}
          more={more}
        />
      )}
      <HoldingsCard token={token} />
    </>
  );
};

/** Auditors: find petitions, read one with its whole history. `now` sets the first period only. */
export const AuditPage = ({ now }: { now: string }) => {
  const [token, setToken] = useState('');
  return (
    <>
      <h1>Kiểm tra, giám sát</h1>
      <p class="lead">
        Tra cứu kiến nghị theo thời gian, đơn vị, địa bàn; đọc toàn bộ lịch sử của từng kiến nghị.
      </p>
      {token === '' ? (
        <SignIn role="người kiểm tra" demoUser="auditor" onToken={setToken} />
      ) : (
        <Audit token={token} now={now} />
      )}
    </>
  );
};
