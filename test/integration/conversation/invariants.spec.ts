import { invariantsSuite } from './invariants.suite.js';

invariantsSuite('on SQLite', async () => ({ settings: {}, drop: async () => {} }));
