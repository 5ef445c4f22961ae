/** A value that is made when it is first asked for, and then kept: for what costs time while a function loads. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
