import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language that answers are given in. */
export type Localized = Readonly<Record<Language, string>>;

const LONGEST_HEADER = 200;

const weighted = (range: string): { tag: string; weight: number } => {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
};

/** The better wanted of Vietnamese and English; Vietnamese unless English is wanted more. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const wanted = (acceptLanguage ?? '').slice(0, LONGEST_HEADER).split(',').map(weighted);
  const weightOf = (language: Language): number =>
    Math.max(
      0,
      ...wanted.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`)).map((w) => w.weight),
    );
  return weightOf('en') > weightOf('vi') ? 'en' : 'vi';
};

/** HTTP API events carry header names in lower case; tests and other callers may not. */
export const header = (event: Pick<APIGatewayProxyEventV2, 'headers'>, name: string): string | undefined =>
  Object.entries(event.headers).find(([key]) => key.toLowerCase() === name)?.[1];
