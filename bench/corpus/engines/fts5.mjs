/** SQLite FTS5 over the terms of the analyser, BM25 with a weight a field. In memory. */
import Database from 'better-sqlite3';
import { BOOST, FIELDS } from '../texts.mjs';

/** Its own tokenizer cuts at what is neither letter nor digit. */
const whole = (term) => term.replaceAll(/[^\p{L}\p{N}]/gu, '');

export function build({ documents, termsOf }) {
  const database = new Database(':memory:');
  database.exec(`CREATE VIRTUAL TABLE article USING fts5 (id UNINDEXED, ${FIELDS.join(', ')}, tokenize = "unicode61 remove_diacritics 2")`);
  const insert = database.prepare(`INSERT INTO article VALUES (?, ${FIELDS.map(() => '?').join(', ')})`);
  const line = (text) => termsOf.text(text).map(whole).join(' ');
  database.transaction(() => documents.forEach((each) => insert.run(each.id, ...FIELDS.map((field) => line(each[field])))))();
  const weights = [0, ...FIELDS.map((field) => BOOST[field])].join(', ');
  const find = database.prepare(`SELECT id FROM article WHERE article MATCH ? ORDER BY bm25(article, ${weights}) LIMIT 10`).pluck();
  return (question) => {
    const terms = [...new Set(termsOf.question(question).map(whole))].filter((term) => term !== '');
    return terms.length === 0 ? [] : find.all(terms.map((term) => `"${term}"`).join(' OR '));
  };
}
