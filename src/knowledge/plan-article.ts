import type { Article, ArticleStatus } from '../contract/index.js';
import type { Intent } from '../matching/content.js';
import type { VersionChange } from './content-change.js';
import type { StoredArticle } from './content.entity.js';
import { intentsText } from './intents-file.js';
import { merge } from './merge.js';
import { nextVersion } from './stored-version.js';
import { hashOf, type NewTexts } from './texts-by-hash.js';

/** What a folder brings about one article; what it says nothing of is undefined. */
export interface Brought {
  text: { article: Article; path: string; markdown: string } | undefined;
  wordings: { intents: Intent[]; path: string } | undefined;
}
export type Kept = 'markdown' | 'wordings' | 'archived';
export interface ArticlePlan {
  /** The next version; undefined when nothing new came. */
  version: VersionChange | undefined;
  /** What the import remembers of what it brought. */
  imported: Pick<StoredArticle, 'importedMarkdown' | 'importedIntents' | 'importedArchived'>;
  kept: Kept[];
  /** The text stands here as the folder has it, and is not archived. */
  asBrought: boolean;
}
interface Here {
  before: StoredArticle | undefined;
  /** The texts that stand here, by hash. */
  markdownOf(hash: string): string;
  intentsOf(hash: string): Intent[];
}
interface How {
  draft: boolean;
  note: string;
  texts: NewTexts;
}

/** What an import makes of one article: text, wordings and archiving are merged each by itself. */
export function planArticle(
  { text, wordings }: Brought,
  { before, markdownOf, intentsOf }: Here,
  { draft, note, texts }: How,
): ArticlePlan {
  const markdown = text && hashOf(text.markdown);
  const intents = wordings && hashOf(intentsText(wordings.intents));
  const ofText = merge(before?.importedMarkdown ?? null, before?.markdown, markdown);
  const ofWords = merge(before?.importedIntents ?? null, before?.intents, intents);
  const folderArchived = text && text.article.status === 'archived';
  const ofStatus = merge(flag(before?.importedArchived === 1), before && flag(before.status === 'archived'), text && flag(folderArchived!));
  const archived = ofStatus === 'take' ? folderArchived! : before?.status === 'archived';

  const news = ofText === 'take' || ofWords === 'take';
  const kept: Kept[] = [
    ...(ofText === 'keep' ? ['markdown' as const] : []),
    ...(ofWords === 'keep' ? ['wordings' as const] : []),
    ...(news && archived && !folderArchived ? ['archived' as const] : []),
  ];
  const imported = {
    importedMarkdown: ofText === 'take' || ofText === 'adopt' ? markdown! : (before?.importedMarkdown ?? null),
    importedIntents: ofWords === 'take' || ofWords === 'adopt' ? intents! : (before?.importedIntents ?? null),
    importedArchived: text === undefined ? (before?.importedArchived ?? 0) : Number(folderArchived),
  };
  let version: VersionChange | undefined;
  if (news || ofStatus === 'take') {
    const taken = ofText === 'take' ? text : undefined;
    version = nextVersion(
      {
        before,
        article: (taken ?? text)?.article ?? shellOf(before!),
        markdown: taken?.markdown ?? markdownOf(before!.markdown),
        intents: ofWords === 'take' ? wordings!.intents : before === undefined ? [] : intentsOf(before.intents),
        status: archived ? 'archived' : workingStatus(taken?.article.status ?? before!.status, draft),
        note,
      },
      texts,
    );
    // The file is the folder's as long as the text is: an edited text has moved to a file of its own.
    const itsText = version.article.markdown === markdown;
    Object.assign(version.article, imported, itsText && { path: text!.path }, wordings && { intentsPath: wordings.path });
  }
  return {
    version,
    imported,
    kept,
    asBrought: !archived && (version?.article.markdown ?? before?.markdown) === markdown && ofWords !== 'keep',
  };
}

const flag = (archived: boolean): string => (archived ? 'archived' : 'kept');

/** A version is a draft until a publication makes it more. */
const workingStatus = (status: ArticleStatus, draft: boolean): ArticleStatus => (status === 'in-review' && !draft ? status : 'draft');

/** What a version needs to know of an article whose text the folder does not bring. */
const shellOf = ({ id, title, theme, reviewBy, path }: StoredArticle): Article =>
  ({ id, title, theme, lang: path.split('/')[1], ...(reviewBy === null ? {} : { reviewBy }) }) as Article;
