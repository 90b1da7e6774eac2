import type { Problem } from '../../contract/index.js';
import { sameWording } from '../check-wordings.js';
import { kindOf, type ContentFile } from '../content-file.js';
import type { ContentStore } from '../content-store.js';
import type { StoredArticle } from '../content.entity.js';
import type { FolderImport, Imported } from '../import-folder.js';
import { intentsIn } from '../intents-file.js';
import { hasErrors } from '../problems.js';
import { treeWithStatus } from '../article-tree.js';
import type { Author } from '../release.js';
import type { Audience } from './addresses.js';
import { themesHere } from '../themes-here.js';
import { convertCorpus, type ConvertedCorpus, type Progress } from './convert-corpus.js';
import { packFiles, readPackFolder, wordingsOfPack, type PackWordings } from './wordings-of-pack.js';

export interface ServicePublicOrder {
  path: string;
  /** All of them unless named. */
  audiences: readonly Audience[];
  /** Folder of the pack; undefined for none. */
  pack: string | undefined;
  /** Labelled questions about it, which calibrate how sure an answer is. */
  labels?: readonly ContentFile[];
  draft: boolean;
  by: Author;
  progress?: Progress;
}
export interface ServicePublicReport {
  corpus: ConvertedCorpus;
  pack: PackWordings | undefined;
  /** Articles that left the corpus and were edited here: they stay. */
  stayed: string[];
  /** Articles whose text changed under words that lead to them: somebody should read those again. */
  reread: string[];
}
export type ServicePublicImported = { imported: Imported; report: ServicePublicReport };

/** The official corpus, by the way that every file takes: what changed here stays, one write unit, whole or not at all. */
export async function importServicePublic(
  order: ServicePublicOrder,
  { store, imports }: { store: ContentStore; imports: FolderImport },
): Promise<ServicePublicImported> {
  const corpus = await convertCorpus(order.path, order.audiences, order.progress);
  const articles = await store.articles();
  const pack = order.pack === undefined ? undefined : await packOf(order.pack, corpus, articles, store);
  const left = articles.filter(({ id, status }) => status !== 'archived' && leftCorpus(id, corpus));
  const gone = left.filter(({ path }) => kindOf(path) === 'tree');
  const report: ServicePublicReport = {
    corpus,
    pack,
    stayed: left.filter((article) => !gone.includes(article) && article.importedMarkdown !== null).map(({ id }) => id),
    reread: [],
  };
  const problems = pack?.problems ?? [];
  if (hasErrors(problems)) return { imported: { ok: false, code: 'bad', problems: problems as Problem[] }, report };

  const textOf = await store.texts(gone.map(({ markdown }) => markdown));
  const files = [
    ...corpus.files,
    ...gone.map(({ path, markdown }) => ({ path, text: treeWithStatus(textOf(markdown), 'archived') })),
    ...newThemes(corpus, await themesHere(store)),
    ...(pack?.files ?? []),
    ...(order.labels ?? []),
  ];
  const imported = await imports.run({ files, draft: order.draft, note: `import de service-public.fr du ${corpus.newest}`, by: order.by });
  if (imported.ok) {
    const spoken = new Set(articles.filter(({ wordings }) => wordings > 0).map(({ id }) => id));
    report.reread = imported.report.updated.filter((id) => spoken.has(id));
  }
  return { imported, report };
}

/** An article of an audience that was read, by an id that only the corpus gives, which the corpus no longer has. */
function leftCorpus(id: string, { articles, audiences }: ConvertedCorpus): boolean {
  const [audience, fiche, ...more] = id.split('/');
  return more.length === 0 && /^F\d+$/.test(fiche ?? '') && audiences.has(audience as Audience) && !articles.has(id);
}

const newThemes = ({ themes }: ConvertedCorpus, here: ReadonlySet<string>): ContentFile[] =>
  [...themes.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, title }, at) =>
      here.has(id)
        ? []
        : [{ path: `knowledge-base/fr/${id}/theme.yml`, text: `id: ${id}\ntitle: ${JSON.stringify(title)}\norder: ${FIRST_ORDER + at}\n` }],
    );
/** After the themes of the installation's own articles. */
const FIRST_ORDER = 200;

/** The pack beside what is said already: by intents of other articles and by those that are always there. */
async function packOf(
  folder: string,
  corpus: ConvertedCorpus,
  articles: readonly StoredArticle[],
  store: ContentStore,
): Promise<PackWordings> {
  const others = articles.filter(({ id, status }) => status !== 'archived' && !corpus.articles.has(id));
  const files = (await store.files()).filter(({ path, used }) => used !== null && ['always', 'intents'].includes(kindOf(path) ?? ''));
  const hashes = [...others.map(({ intents }) => intents), ...files.map(({ used }) => used!)];
  const textOf = await store.texts(hashes);
  const said = hashes.flatMap((hash) => intentsIn(textOf(hash))).flatMap(({ examples }) => examples.map(sameWording));
  return wordingsOfPack(readPackFolder(packFiles(folder)), corpus, new Set(said));
}
