import type { ComponentChildren } from 'preact';

/** Prints the page as it stands. */
export const PrintButton = ({ children }: { children: ComponentChildren }) => (
  <button
    type="button"
    onClick={() => {
      window.print();
    }}
  >
    {children}
  </button>
);

/** From one thing back to the list of them. */
export const BackToList = ({ back }: { back: () => void }) => (
  <button type="button" class="link" onClick={back}>
    ← Về danh sách
  </button>
);
