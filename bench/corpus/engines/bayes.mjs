/** natural's Bayes classifier over the terms of the analyser: a class an article, a document a field and an utterance. */
import bayes from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { FIELDS } from '../texts.mjs';

export function build({ documents, termsOf }) {
  const classifier = new bayes();
  for (const each of documents) {
    const texts = FIELDS.flatMap((field) => (field === 'utterances' || field === 'keywords' ? each[field].split('\n') : [each[field]]));
    for (const text of texts) if (text !== '') classifier.addDocument(termsOf.text(text), each.id);
  }
  classifier.train();
  return (question) =>
    classifier
      .getClassifications(termsOf.question(question))
      .slice(0, 10)
      .map(({ label }) => label);
}
