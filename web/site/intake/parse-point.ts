export interface Point {
  lat: number;
  lon: number;
}

const PAIR = '(-?\\d{1,3}\\.\\d+)\\s*[,;\\s]\\s*(-?\\d{1,3}\\.\\d+)';
/** As map pages write it into their address: `…/@10.86,106.65,17z`, `?q=10.86,106.65`, `!3d10.86!4d106.65`. */
const PATTERNS = [
  new RegExp(`^\\s*${PAIR}\\s*$`),
  /!3d(-?\d+\.\d+)!4d(-?\d+\.\d+)/,
  new RegExp(`[@=/]${PAIR}`),
];

/** Somewhere in Việt Nam, the islands included: swapped or foreign coordinates are noticed at once. */
const isInVietnam = ({ lat, lon }: Point): boolean => lat > 6 && lat < 24 && lon > 102 && lon < 118;

/** Latitude and longitude in what somebody pasted: a plain pair or the address of a map page. Null when there is none. */
export const parsePoint = (text: string): Point | null => {
  const plain = text.replaceAll('%2C', ',');
  for (const pattern of PATTERNS) {
    const found = pattern.exec(plain);
    const point = { lat: Number(found?.[1]), lon: Number(found?.[2]) };
    if (isInVietnam(point)) return point;
  }
  return null;
};
