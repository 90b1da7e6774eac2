import { secondFactorSuite } from './second-factor.suite.js';

secondFactorSuite('on SQLite', async () => ({ settings: {}, drop: async () => {} }));
