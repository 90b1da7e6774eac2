/** MiniSearch, with the terms of the analyser in place of its own. `fuzzy`: its way to find misspelt words. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { BOOST, FIELDS } from '../texts.mjs';

export async function build({ documents, termsOf, peer, fuzzy = false }) {
  const { default: MiniSearch } = await import(pathToFileURL(join(peer, 'dist', 'es', 'index.js')).href);
  const index = new MiniSearch({ fields: FIELDS, tokenize: termsOf.text, processTerm: (term) => term });
  index.addAll(documents);
  const options = { boost: BOOST, tokenize: termsOf.question, combineWith: 'OR', ...(fuzzy && { fuzzy: 0.2 }) };
  return (question) =>
    index
      .search(question, options)
      .slice(0, 10)
      .map(({ id }) => id);
}
