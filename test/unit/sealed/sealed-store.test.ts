import { sealedStoreContract } from '../../support/contracts/sealed-store.contract.js';
import { InMemorySealedStore } from '../../support/fakes/in-memory-sealed-store.js';

const store = new InMemorySealedStore();
sealedStoreContract(
  () => store,
  () => store,
  { from: 0 },
);
