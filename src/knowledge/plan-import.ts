import type { Intent } from '../matching/content.js';
import { neutral } from './article-status.js';
import { holdsArticle, kindOf, type ContentFile } from './content-file.js';
import type { ContentChange, FileChange } from './content-change.js';
import type { StoredArticle, StoredFile } from './content.entity.js';
import { intentsText } from './intents-file.js';
import { planArticle, type Brought, type Kept } from './plan-article.js';
import type { ReadContent } from './read-content.js';
import { hashOf, NewTexts } from './texts-by-hash.js';

/** What an import did, for the person who ran it. */
export interface ImportReport {
  added: string[];
  updated: string[];
  /** Articles that the files bring as archived and that stood here. */
  archived: string[];
  unchanged: number;
  /** Articles changed both here and in the folder: ours stayed. */
  kept: { article: string; what: Kept }[];
  files: number;
}
export interface ImportPlan {
  change: Pick<ContentChange, 'versions' | 'files'> & { texts: NewTexts; adopted: NonNullable<ContentChange['adopted']> };
  report: ImportReport;
  /** Articles that the folder says are published and that stand here as the folder has them. */
  publish: string[];
}
export interface Stored {
  articles: readonly StoredArticle[];
  files: readonly StoredFile[];
  markdownOf(hash: string): string;
  intentsOf(hash: string): Intent[];
}
export interface Incoming {
  files: readonly ContentFile[];
  read: ReadContent;
  /** Keep everything as drafts. */
  draft: boolean;
  note: string;
}

/** Compares a folder with what is stored, article by article; a pure function. */
export function planImport(stored: Stored, incoming: Incoming): ImportPlan {
  const texts = new NewTexts();
  const plan: ImportPlan = {
    change: { texts, versions: [], files: [], adopted: [] },
    report: { added: [], updated: [], archived: [], unchanged: 0, kept: [], files: 0 },
    publish: [],
  };
  const here = new Map(stored.articles.map((article) => [article.id, article]));
  for (const [id, brought] of broughtByArticle(incoming, here)) {
    const before = here.get(id);
    if (before === undefined && brought.text === undefined) continue;
    const { version, imported, kept, asBrought } = planArticle(brought, { ...stored, before }, { ...incoming, texts });
    plan.report.kept.push(...kept.map((what) => ({ article: id, what })));
    if (version !== undefined) {
      plan.change.versions.push(version);
      const leaves = version.article.status === 'archived' && before !== undefined && before.status !== 'archived';
      plan.report[before === undefined ? 'added' : leaves ? 'archived' : 'updated'].push(id);
    } else {
      plan.report.unchanged++;
      if (Object.entries(imported).some(([field, value]) => before![field as keyof StoredArticle] !== value))
        plan.change.adopted.push({ id, ...imported });
    }
    if (!incoming.draft && asBrought && brought.text?.article.status === 'published') plan.publish.push(id);
  }
  plan.change.files = filesToStore(stored.files, incoming, texts);
  plan.report.files = plan.change.files.length;
  return plan;
}

function broughtByArticle({ files, read }: Incoming, here: ReadonlyMap<string, StoredArticle>): Map<string, Brought> {
  const brought = new Map<string, Brought>();
  const of = (id: string) => {
    const found = brought.get(id) ?? { text: undefined, wordings: undefined };
    brought.set(id, found);
    return found;
  };
  const textAt = new Map(files.map(({ path, text }) => [path, text]));
  for (const { value: article, place } of read.articles)
    of(article.id).text = { article, path: place.file, markdown: neutral(textAt.get(place.file)!) };
  for (const { value: intent, place } of read.intents) {
    if (intent.article === undefined || kindOf(place.file) !== 'intents') continue;
    const found = of(intent.article);
    found.wordings ??= { intents: [], path: place.file };
    found.wordings.intents.push(intent);
  }
  // An article whose intents left their file has none any more.
  for (const { id, intentsPath } of here.values()) if (textAt.has(intentsPath)) of(id).wordings ??= { intents: [], path: intentsPath };
  return brought;
}

function filesToStore(stored: readonly StoredFile[], { files, read }: Incoming, texts: NewTexts): FileChange[] {
  const before = new Map(stored.map((file) => [file.path, file.hash]));
  return files.flatMap(({ path, text }) => {
    const kind = kindOf(path);
    if (kind === undefined || holdsArticle(kind) || kind === 'pack' || before.get(path) === hashOf(text)) return [];
    const hash = texts.add(text);
    if (kind === 'dialogues') return [{ path, hash, used: null }];
    if (kind !== 'intents') return [{ path, hash, used: hash }];
    // Intents that lead to an article are versions of that article; the file keeps the others.
    const others = read.intents.filter(({ value, place }) => place.file === path && value.article === undefined).map(({ value }) => value);
    return [{ path, hash, used: others.length === 0 ? null : texts.add(intentsText(others)) }];
  });
}
