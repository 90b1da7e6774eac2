/** node-nlp with its own French: an intent an article, a document a title, keyword, summary and utterance. It takes no long texts. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

export async function build({ documents, peer }) {
  const { NlpManager } = createRequire(join(peer, 'package.json'))(peer);
  const manager = new NlpManager({ languages: ['fr'], autoSave: false, nlu: { log: false, useNoneFeature: false } });
  for (const { id, title, keywords, summary, utterances } of documents) {
    const texts = [title, ...keywords.split('\n'), summary, ...utterances.split('\n')];
    for (const text of texts) if (text !== '') manager.addDocument('fr', text, id);
  }
  await manager.train();
  return async (question) => {
    const { classifications } = await manager.process('fr', question);
    return classifications.slice(0, 10).map(({ intent }) => intent);
  };
}
