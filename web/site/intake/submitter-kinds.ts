import { ANONYMOUS } from '../../../core/petition/anonymous.js';
import { PUBLIC_SUBMITTERS, SUBMITTER_WORDS } from '../../words/labels.js';
import type { Option } from '../ui/fields.js';
import type { Draft } from './draft.js';
import { isGroup } from './group-draft.js';

const NAMED: readonly Option[] = PUBLIC_SUBMITTERS.map((id) => ({ id, name: SUBMITTER_WORDS[id] ?? id }));

const NAMELESS: Option = {
  id: ANONYMOUS,
  name: 'Không nêu tên',
  hint: 'Không nhận được thông báo; chỉ theo dõi được bằng mã sẽ cấp sau khi gửi.',
};

export const isNameless = ({ kind }: Pick<Draft, 'kind'>): boolean => kind === ANONYMOUS;

/** A point alone does not say whose decision it is; the ward does. */
export const takesNameless = ({ unit, pointText }: Pick<Draft, 'unit' | 'pointText'>): boolean =>
  unit?.takesAnonymous === true && pointText.trim() === '';

/** Without a name where the city has decided to take it; a choice made before the place changed stays to be seen. */
export const submitterKinds = (draft: Draft): readonly Option[] =>
  takesNameless(draft) || isNameless(draft) ? [...NAMED, NAMELESS] : NAMED;

/** What the name is that of. */
export const nameLabel = (draft: Draft): string => {
  if (isGroup(draft)) return 'Tên gọi của nhóm';
  return draft.kind === 'person' || draft.kind === 'household' ? 'Họ và tên' : 'Tên tổ chức, khu phố';
};
