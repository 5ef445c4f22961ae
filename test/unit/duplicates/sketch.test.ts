import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  MARK_DIGITS,
  shinglesOf,
  similarityOf,
  SKETCH_SIZE,
  sketchOf,
} from '../../../core/duplicates/sketch.js';
import { FakeKeyed } from '../../support/fakes/fake-keyed.js';

const PAVEMENT =
  'Vỉa hè đường Trần Hưng Đạo bị các hàng quán bày bàn ghế chiếm hết lối đi, nhất là buổi chiều, người già và học sinh phải đi xuống lòng đường.';
const AGAIN = 'Hàng quán bày bàn ghế ra vỉa hè đường Trần Hưng Đạo, người đi bộ phải xuống lòng đường.';
const CARS = 'Xe ô tô đậu qua đêm kín hẻm 30 Nguyễn Cảnh Chân, xe cứu thương, xe chữa cháy không vào được.';

const keyed = new FakeKeyed();
const sketch = (text: string, provinceId = 'p:79@0') => sketchOf(keyed, { provinceId, text });
const similarity = async (a: string, b: string) => similarityOf(await sketch(a), await sketch(b));

const words = fc
  .array(fc.constantFrom('rác', 'hẻm', 'đường', 'vỉa', 'hè', 'ngập', 'đèn', 'chợ', 'xe', 'Đạo'), {
    minLength: 1,
    maxLength: 120,
  })
  .map((each) => each.join(' '));

describe('shingles', () => {
  test.each([
    ['Unicode forms', PAVEMENT.normalize('NFC'), PAVEMENT.normalize('NFD')],
    ['accents', 'Vỉa hè đường Trần Hưng Đạo', 'via he duong Tran Hung Dao'],
    ['places of the accent', 'Hòa Bình, thủy lợi', 'Hoà Bình, thuỷ lợi'],
    ['case and punctuation', 'RÁC; TỒN ĐỌNG (hẻm 5)!', 'rác tồn đọng, hẻm 5'],
    ['what every petition says', 'Kính gửi Ủy ban nhân dân. Rác tồn đọng. Xin cảm ơn!', 'Rác tồn đọng'],
  ])('are blind to %s', (_, a, b) => {
    expect(shinglesOf(a)).toEqual(shinglesOf(b));
  });

  test('of one word are that word, of nothing none', () => {
    expect(shinglesOf('Rác!')).toEqual(['rac']);
    expect(shinglesOf(' ... ')).toEqual([]);
  });
});

describe('sketches', () => {
  test('hold nothing of the text, are bounded, and differ between provinces and secrets', async () => {
    const made = await sketch(PAVEMENT);
    expect(made.marks.every((mark) => new RegExp(`^[0-9a-f]{${MARK_DIGITS}}$`).test(mark))).toBe(true);
    const other = await sketch(PAVEMENT, 'p:48@0');
    const rekeyed = await sketchOf(new FakeKeyed('khac'), { provinceId: 'p:79@0', text: PAVEMENT });
    expect(similarityOf(made, other)).toBe(0);
    expect(similarityOf(made, rekeyed)).toBe(0);
    const long = Array.from({ length: 4_000 }, (_, i) => `tu${i}`).join(' ');
    expect((await sketch(long)).marks).toHaveLength(SKETCH_SIZE);
  });

  test('tell a complaint that comes twice from another one', async () => {
    expect(await similarity(PAVEMENT, AGAIN)).toBeGreaterThan(0.4);
    expect(await similarity(PAVEMENT, CARS)).toBeLessThan(0.1);
  });

  test('of three words are in no text with certainty', async () => {
    expect(await similarity('Vỉa hè đường', PAVEMENT)).toBeLessThan(0.4);
  });

  test('find a long text in itself with an addition', async () => {
    const long = Array.from({ length: 300 }, (_, i) => `tu${i}`).join(' ');
    expect(await similarity(long, `${long} và thêm một câu nữa`)).toBeGreaterThan(0.8);
  });

  test.prop([words, words])('compare both ways alike, from 0 to 1', async (a, b) => {
    const [x, y] = [await sketch(a), await sketch(b)];
    const score = similarityOf(x, y);
    expect(score).toBe(similarityOf(y, x));
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  });

  test.prop([words])('do not see how a text is typed', async (text) => {
    expect(await sketch(text.normalize('NFD').toUpperCase())).toEqual(await sketch(text));
  });
});
