import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type WireItem = Record<string, AttributeValue>;

const utf8 = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Two digits a byte, and one byte more; the sign takes another. */
const numberSize = (text: string): number => {
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
};

const CONTAINER = 3;
const ELEMENT = 1;

const containerSize = (value: AttributeValue): number => {
  if (value.L !== undefined)
    return value.L.reduce((sum, element) => sum + ELEMENT + valueSize(element), CONTAINER);
  if (value.M !== undefined)
    return Object.values(value.M).length * ELEMENT + CONTAINER + attributesSize(value.M);
  throw new TypeError(`an attribute of a type that the project does not use: ${Object.keys(value).join()}`);
};

const valueSize = (value: AttributeValue): number => {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.B !== undefined) return Buffer.from(value.B).length;
  return containerSize(value);
};

const attributesSize = (item: WireItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueSize(value), 0);

/** Bytes of an item as DynamoDB bills them: names and values in UTF-8 (Amazon DynamoDB Developer Guide, item sizes). */
export const itemSize = (item: WireItem): number => attributesSize(item);
