import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';

/** Terms with their values; rows without a value are left out. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="facts">
    {rows.map(([term, value]) =>
      value === null || value === undefined || value === '' ? null : (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ),
    )}
  </dl>
);
