/** Where the local origin takes messages for telephones. */
export const LOCAL_GATEWAY_PATH = '/_local/gateway';
