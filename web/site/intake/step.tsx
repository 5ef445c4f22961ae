import type { ComponentChildren } from 'preact';
import type { FieldErrors } from '../ui/error-summary.js';
import type { Draft } from './draft.js';

/** What every part of the form gets. */
export interface StepProps {
  draft: Draft;
  errors: FieldErrors;
  change: (part: Partial<Draft>) => void;
}

/** One numbered part of the form. */
export const Step = ({ no, title, children }: { no: number; title: string; children: ComponentChildren }) => (
  <section class="card" aria-labelledby={`step-${no}`}>
    <h2 id={`step-${no}`}>
      <span class="step" aria-hidden="true">
        {no}
      </span>
      {title}
    </h2>
    {children}
  </section>
);
