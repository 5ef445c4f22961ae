/** `Kiến nghị <a@b.vn>` -> `a@b.vn`; an address alone stays as it is. */
export const bareAddress = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
