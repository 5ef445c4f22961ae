/** The floor of any call: the API, the runtime and an answer. */
export const handler = () =>
  Promise.resolve({ statusCode: 202, headers: { 'content-type': 'application/json' }, body: '{}' });
