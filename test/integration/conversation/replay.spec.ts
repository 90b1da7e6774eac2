import { replaySuite } from './replay.suite.js';

replaySuite('on SQLite', async () => ({ settings: {}, drop: async () => {} }));
