import { createDatabase } from '../../harness/postgres.js';
import { purgeSuite } from '../../integration/privacy/purge.suite.js';

purgeSuite('on PostgreSQL', async () => {
  const { url, drop } = await createDatabase();
  return { settings: { GUICHET_DATABASE_URL: url }, drop };
});
