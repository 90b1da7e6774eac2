import { describe } from '@jest/globals';
import { createDatabase } from '../../harness/postgres.js';
import { contentFacts } from '../../integration/knowledge/content.suite.js';

describe('the content on PostgreSQL', () => {
  contentFacts(async () => {
    const { url, drop } = await createDatabase();
    return { variables: { GUICHET_DATABASE_URL: url }, drop };
  });
});
