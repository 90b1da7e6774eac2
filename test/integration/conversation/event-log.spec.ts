import { eventLogSuite } from './event-log.suite.js';

eventLogSuite('on SQLite', async () => ({ settings: {}, drop: async () => {} }));
