/**
 * What every SDK client is made with. A client is made once per container (in a function's index.ts), so that connections
 * stay open between calls. Region, credentials and, on the local engine, AWS_ENDPOINT_URL come from the environment; the
 * SDK reads them itself. Each client has a file of its own, beside its adapters: a bundle holds only the SDKs that it uses.
 */
export const CLIENT_SETTINGS = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};
