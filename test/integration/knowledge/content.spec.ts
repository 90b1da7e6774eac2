import { afterAll, describe } from '@jest/globals';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';
import { contentFacts } from './content.suite.js';

describe('the content on SQLite', () => {
  const folder = temporaryFolder();
  let installations = 0;
  afterAll(() => removeFolder(folder));
  contentFacts(async () => ({ variables: { GUICHET_DATA: join(folder, String(++installations)) }, drop: async () => {} }));
});
