import { useState } from 'preact/hooks';
import { api, type ResidentWord } from '../api.js';
import { ApiError } from '../call.js';
import { fieldErrorsOf } from '../ui/field-errors.js';
import { NO_SECRET, WRONG_SECRET, type WordProps } from './word-props.js';

interface Sending {
  isBusy: boolean;
  /** Messages by field. */
  errors: Readonly<Record<string, string>>;
  failure: unknown;
}

const QUIET: Sending = { isBusy: false, errors: {}, failure: null };

const failed = (error: unknown): Sending => {
  if (error instanceof ApiError && error.status === 404)
    return { ...QUIET, errors: { secret: WRONG_SECRET } };
  if (error instanceof ApiError && error.status === 422)
    return { ...QUIET, errors: fieldErrorsOf(error), failure: null };
  return { ...QUIET, failure: error };
};

/** Sends one word of the resident; the key stays until it was heard, so that a second press says it once. */
export const useWord = ({ status, secret: known, onHeard }: WordProps) => {
  const [secret, setSecret] = useState(known);
  const [sending, setSending] = useState(QUIET);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const send = async (word: ResidentWord): Promise<void> => {
    if (secret.trim() === '') {
      setSending({ ...QUIET, errors: { secret: NO_SECRET } });
      return;
    }
    setSending({ ...QUIET, isBusy: true });
    try {
      await api.say(status.code, { ...word, body: { ...word.body, secret: secret.trim() } }, key);
      setKey(crypto.randomUUID());
      setSending(QUIET);
      onHeard();
    } catch (error) {
      setSending(failed(error));
    }
  };
  return { secret, setSecret, sending, send, isSecretKnown: known !== '' };
};
