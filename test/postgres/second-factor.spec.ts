import { createDatabase } from '../harness/postgres.js';
import { secondFactorSuite } from '../integration/accounts/second-factor.suite.js';

secondFactorSuite('on PostgreSQL', async () => {
  const { url, drop } = await createDatabase();
  return { settings: { GUICHET_DATABASE_URL: url }, drop };
});
