/** In the tags of mails about denunciations: by it their reports are told apart from those of notices. */
export const SEALED_NOTICE = 'sealed';
