import { REFUSAL_GROUND_BASIS, type GroundBasis } from '../../core/petition/refusal-grounds.js';

const STATUS: Record<GroundBasis['status'], string> = {
  sourced: '',
  provisional: 'cần đối chiếu bản sửa đổi mới nhất',
  assumed: 'căn cứ cụ thể do địa phương xác nhận',
};

const sentence = ({ basis, status }: GroundBasis): string => {
  if (basis === '') return `Giả định; ${STATUS[status]}`;
  return STATUS[status] === '' ? basis : `${basis} (${STATUS[status]})`;
};

/** What a ground of a refusal rests on, and how sure that is; that the city confirms it for one not known here. */
export const groundBasisWords = (ground: string): string => {
  const known: Record<string, GroundBasis> = REFUSAL_GROUND_BASIS;
  const basis = Object.hasOwn(known, ground) ? known[ground] : undefined;
  return sentence(basis ?? { basis: '', status: 'assumed' });
};
