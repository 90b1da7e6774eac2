// Does the passage shown hold the answer? Given the right article, whatever the gate makes of the question.
//   GUICHET_DATA=DATA node bench/answers/passages.mjs [--corpus FOLDER] [--show] SECTIONS.jsonl …     (after npm run build:server)
// DATA is an installation that holds the official corpus. With --corpus the articles are converted afresh from a folder of the corpus, to measure the
// conversion without an import. --show prints what is shown where the answer is not. Each file of labels is a line of figures.
import { basename, dirname, join } from 'node:path';
import { passageOf } from '../../dist/conversation/evaluate/judge.js';
import { answerIn } from '../../dist/dialogue/answer-in.js';
import { understandInContext } from '../../dist/dialogue/in-context.js';
import { openingMemory } from '../../dist/dialogue/index.js';
import { textsOf } from '../../dist/dialogue/texts.js';
import { withinGround } from '../../dist/ground.js';
import { contentOn } from '../../dist/knowledge/index.js';
import { articleOf } from '../../dist/knowledge/service-public/article.js';
import { openCorpus } from '../../dist/knowledge/service-public/corpus.js';
import { Skips } from '../../dist/knowledge/service-public/skips.js';
import { ArticleShelf } from '../../dist/matching/index.js';
import { PassageWords } from '../../dist/matching/passages.js';
import { linesOf, share } from './labelled.mjs';

const args = process.argv.slice(2);
const show = args.includes('--show');
const corpus = args.includes('--corpus') ? args[args.indexOf('--corpus') + 1] : undefined;
const files = args.filter((arg) => arg.endsWith('.jsonl'));
if (files.length === 0) throw new Error('give a file of labelled sections');
const labels = files.map((file) => ({ name: join(basename(dirname(file)), basename(file)), lines: linesOf(file) }));

const whole = (id) => (id.includes('/') ? id : `particuliers/${id}`);

await withinGround(async (ground) => {
  const { snapshots } = contentOn(ground);
  await snapshots.refresh();
  const published = snapshots.get();
  const answering = corpus === undefined ? published : await converted(published);
  for (const { name, lines } of labels) measure(name, lines, published, answering);
});

function measure(name, lines, published, answering) {
  const texts = textsOf('fr');
  const memory = openingMemory('fr');
  const seen = { given: 0, first: 0, held: 0, length: 0, longest: 0, summaries: 0 };
  const cpu = process.cpuUsage();
  for (const { id, q, expected, answer_contains: wanted } of lines) {
    const meant = understandInContext(published, memory, q);
    const right = expected.map(whole);
    const first = meant.candidates[0]?.article;
    const ranked = right.includes(first);
    const article = answering.articles.get(ranked ? first : right[0]);
    if (article === undefined) throw new Error(`${id}: no article ${right[0]}`);
    const { passages, body } = answerIn(answering, article, { text: q, meant, memory }, texts);
    const { length, holds } = passageOf({ passages }, wanted);
    seen.given += holds ? 1 : 0;
    seen.first += ranked ? 1 : 0;
    seen.held += ranked && holds ? 1 : 0;
    seen.length += length;
    seen.longest = Math.max(seen.longest, length);
    seen.summaries += body.article.section === undefined ? 1 : 0;
    if (show && !holds)
      console.log(
        `✗ ${id} ${article.id} « ${q} »\n    wanted ${JSON.stringify(wanted)}\n    facet ${meant.facet} section « ${body.article.section ?? 'summary'} » ${length} characters\n    ${passages.join(' ')}\n`,
      );
  }
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${name}: ${lines.length} questions; holds the answer ${share(seen.given, lines.length)} given the article, ${share(seen.held, seen.first)} of the ${seen.first} ranked first; ` +
      `${Math.round(seen.length / lines.length)} characters on average, ${seen.longest} at most; ${seen.summaries} by the summary; ${((user + system) / 1000 / lines.length).toFixed(1)} ms of CPU each`,
  );
}

/** The published index over articles as today's code converts them: those that are asked about. */
async function converted(published) {
  const asked = new Set(labels.flatMap(({ lines }) => lines.flatMap(({ expected }) => expected.map(whole))));
  const skips = new Skips();
  const articles = [];
  const { pages } = await openCorpus(corpus, [...new Set([...asked].map((id) => id.split('/')[0]))], skips);
  for await (const page of pages)
    if (asked.has(`${page.audience}/${page.id}`)) articles.push(articleOf(page.root, page, skips, new Map()).article);
  return { ...published, articles: new ArticleShelf(articles), passages: new PassageWords(articles, published.engine.analyser) };
}
