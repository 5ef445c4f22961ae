import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Heading of content that replaces other content: takes the focus, so that the change is noticed without sight. */
export const FocusedHeading = ({
  level: Level = 'h1',
  children,
}: {
  level?: 'h1' | 'h2';
  children: ComponentChildren;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <Level tabIndex={-1} ref={heading}>
      {children}
    </Level>
  );
};
