import type { ComponentChildren } from 'preact';

/** A table with named columns. Wide ones scroll in their own box, reachable by keyboard; `label` names it for who cannot see it. */
export const ScrollTable = ({
  label,
  heads,
  children,
}: {
  label: string;
  heads: readonly string[];
  children: ComponentChildren;
}) => (
  <div class="scroll" tabIndex={0} role="region" aria-label={`${label}, cuộn ngang được`}>
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
