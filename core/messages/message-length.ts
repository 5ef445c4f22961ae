/** Characters of the default alphabet of GSM 03.38 that Vietnamese without accents, codes and addresses are made of. */
const GSM = /^[A-Za-z0-9@£$¥ \n\r_!"#%&'()*+,\-./:;<=>?]*$/;
/** Its extension: these count twice. */
const GSM_TWICE = /[\^{}\\[\]~|€]/g;

/** Units of a message that is one segment, and of each segment of a longer one (the rest numbers the segments). */
const GSM_UNITS = { single: 160, each: 153 };
const UCS2_UNITS = { single: 70, each: 67 };

const segmentsOf = (units: number, { single, each }: { single: number; each: number }): number =>
  units <= single ? 1 : Math.ceil(units / each);

/** Segments that an SMS is sent and charged as: 7-bit when the alphabet allows it, else UCS-2. */
export const smsSegments = (text: string): number => {
  const plain = text.replace(GSM_TWICE, '');
  return GSM.test(plain)
    ? segmentsOf(plain.length + 2 * (text.length - plain.length), GSM_UNITS)
    : segmentsOf(text.length, UCS2_UNITS);
};

/** Vietnamese without its accents, as it fits into the 7-bit alphabet; case and punctuation stay. */
export const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll('–', '-');
