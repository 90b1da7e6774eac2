import { createDatabase } from '../harness/postgres.js';
import { deskSuite } from '../integration/desk/desk.suite.js';

deskSuite('on PostgreSQL', async () => {
  const { url, drop } = await createDatabase();
  return { settings: { GUICHET_DATABASE_URL: url }, drop };
});
