import { deskSuite } from './desk.suite.js';

deskSuite('on SQLite', async () => ({ settings: {}, drop: async () => {} }));
