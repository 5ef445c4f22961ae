import manifest from '../../package.json' with { type: 'json' };

/** Version of the whole project. */
export const { version } = manifest;
