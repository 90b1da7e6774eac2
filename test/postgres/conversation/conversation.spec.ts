import { createDatabase } from '../../harness/postgres.js';
import { eventLogSuite, type Ground } from '../../integration/conversation/event-log.suite.js';
import { invariantsSuite } from '../../integration/conversation/invariants.suite.js';
import { replaySuite } from '../../integration/conversation/replay.suite.js';

const postgres: Ground = async () => {
  const { url, drop } = await createDatabase();
  return { settings: { GUICHET_DATABASE_URL: url }, drop };
};

eventLogSuite('on PostgreSQL', postgres);
invariantsSuite('on PostgreSQL', postgres);
replaySuite('on PostgreSQL', postgres);
