/** One measured figure. Which number the aim is for is said by `aimFor`. */
export interface Figure {
  part: Part;
  what: string;
  measured: number;
  unit: string;
  /** The least that was possible in the same run on the same machine; null where there is nothing to compare with. */
  floor: { what: string; value: number } | null;
  /** Measured against the floor, turned so that 1 is as good as the floor and more is worse; null without a floor. */
  ratio: number | null;
  /** Not to be exceeded; null where nothing is promised. */
  aim: number | null;
  aimFor: 'measured' | 'ratio';
  isMet: boolean | null;
}

export const PARTS = ['bundles', 'transitions', 'writes', 'cycles', 'intake'] as const;
export type Part = (typeof PARTS)[number];

type Draft = Pick<Figure, 'part' | 'what' | 'measured' | 'unit'> & {
  floor?: Figure['floor'];
  /** The figure is a rate: higher is better, so the ratio is floor / measured. */
  isRate?: boolean;
  aim?: { for: Figure['aimFor']; atMost: number };
};

const rounded = (value: number): number => Number(value.toPrecision(4));

const ratioOf = ({ measured, floor, isRate }: Draft): number | null => {
  if (floor == null) return null;
  return isRate === true ? floor.value / measured : measured / floor.value;
};

const judge = (
  aim: NonNullable<Draft['aim']>,
  { measured, ratio }: { measured: number; ratio: number | null },
) => {
  const judged = aim.for === 'ratio' ? ratio : measured;
  return { aim: aim.atMost, aimFor: aim.for, isMet: judged === null ? null : judged <= aim.atMost };
};

/** Completes a figure: its ratio, and whether the aim is met. */
export const figure = (draft: Draft): Figure => {
  const { part, what, measured, unit, floor = null, aim } = draft;
  const ratio = ratioOf(draft);
  return {
    ...{ part, what, measured: rounded(measured), unit },
    floor: floor && { ...floor, value: rounded(floor.value) },
    ratio: ratio === null ? null : rounded(ratio),
    ...(aim === undefined ? { aim: null, aimFor: 'measured', isMet: null } : judge(aim, { measured, ratio })),
  };
};

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const verdict = ({ aim, aimFor, isMet, ratio, measured, unit }: Figure): string => {
  if (aim === null) return '-';
  const got = aimFor === 'ratio' ? short(ratio ?? NaN) : `${short(measured)} ${unit}`;
  return `aim ${aim}${aimFor === 'ratio' ? '' : ` ${unit}`}, measured ${got}: ${isMet === true ? 'met' : 'NOT met'}`;
};

const row = (one: Figure): string[] => [
  one.part,
  one.what,
  `${short(one.measured)} ${one.unit}`,
  one.floor === null ? '-' : `${short(one.floor.value)} ${one.unit} (${one.floor.what})`,
  one.ratio === null ? '-' : short(one.ratio),
  verdict(one),
];

/** The figures as a table for people. */
export const toTable = (figures: readonly Figure[]): string => {
  const rows = [['part', 'figure', 'measured', 'floor of the same run', 'ratio', 'aim'], ...figures.map(row)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], '-'.repeat(Math.max(...lines.map((line) => line.length))), ...lines.slice(1)].join('\n');
};
