import { Tabs } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleEdition, Problem } from '../../../src/contract/http.js';
import { articlesQuery, previewQuery } from '../api/editor.js';
import { ArticleHead } from './article-head.js';
import { ArticlePreview } from './article-preview.js';
import { readHead, splitArticle } from './front-matter.js';
import { HeadForm } from './head-form.js';
import { LeaveGuard } from './leave-guard.js';
import { ProblemList } from './problem-list.js';
import { TextField, type TextFieldHandle } from './text-field.js';
import { TryPanel } from './try-panel.js';
import { useDraft } from './use-draft.js';
import { VersionList } from './version-list.js';
import { WordingsForm } from './wordings-form.js';
import './editor.css';

const PREVIEW_AFTER_MS = 400;

/** An article being written, and beside it what becomes of it: preview, problems, a question tried. */
export function ArticleEditor({ edition }: { edition: ArticleEdition }) {
  const { t } = useTranslation();
  const state = useDraft(edition);
  const { draft, dirty, lists, change } = state;
  const [written, setWritten] = useState<string | null>('text');
  const [looked, setLooked] = useState<string | null>(edition.problems.some(({ severity }) => severity === 'error') ? 'check' : 'preview');
  const field = useRef<TextFieldHandle>(null);
  const [settled] = useDebouncedValue(draft.markdown, PREVIEW_AFTER_MS);
  const preview = useQuery({ ...previewQuery(settled), placeholderData: (before) => before });
  const themes = useQuery({ ...articlesQuery({}), select: (rows) => [...new Set(rows.map((row) => row.theme))].sort() });
  const head = readHead(draft.markdown);
  const problems: Problem[] = dirty ? (preview.data?.problems ?? edition.problems) : edition.problems;
  const goTo = (line: number): void => {
    const inHead = line <= (splitArticle(draft.markdown)?.linesAbove ?? 0);
    setWritten(inHead && head ? 'head' : 'text');
    if (!inHead) requestAnimationFrame(() => field.current?.goTo(line));
  };
  return (
    <div className="editor">
      <ArticleHead edition={edition} title={head?.title || edition.id} state={state} showProblems={() => setLooked('check')} />
      <div className="editor-panes">
        <Tabs value={written} onChange={setWritten} className="editor-pane" keepMounted={false}>
          <Tabs.List aria-label={t('editor.tabs.write')}>
            <Tabs.Tab value="text">{t('editor.tabs.text')}</Tabs.Tab>
            <Tabs.Tab value="head">{t('editor.tabs.head')}</Tabs.Tab>
            <Tabs.Tab value="wordings" rightSection={<span className="tab-count num">{lists.utterances.length}</span>}>
              {t('editor.tabs.wordings')}
            </Tabs.Tab>
            <Tabs.Tab value="versions" rightSection={<span className="tab-count num">{edition.versions.length}</span>}>
              {t('editor.tabs.versions')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="text" className="editor-panel">
            <TextField ref={field} markdown={draft.markdown} readable={head !== undefined} change={(markdown) => change({ markdown })} />
          </Tabs.Panel>
          <Tabs.Panel value="head" className="editor-panel">
            {head ? (
              <HeadForm
                head={head}
                markdown={draft.markdown}
                themes={themes.data ?? []}
                status={t(`editor.status.${edition.status}`)}
                change={(markdown) => change({ markdown })}
              />
            ) : (
              <p role="alert">{t('editor.text.unreadable')}</p>
            )}
          </Tabs.Panel>
          <Tabs.Panel value="wordings" className="editor-panel">
            <WordingsForm draft={draft} change={change} />
          </Tabs.Panel>
          <Tabs.Panel value="versions" className="editor-panel">
            <VersionList edition={edition} markdown={draft.markdown} />
          </Tabs.Panel>
        </Tabs>
        <Tabs value={looked} onChange={setLooked} className="editor-pane">
          <Tabs.List aria-label={t('editor.tabs.look')}>
            <Tabs.Tab value="preview">{t('editor.look.preview')}</Tabs.Tab>
            <Tabs.Tab value="check" rightSection={<span className="tab-count num">{problems.length}</span>}>
              {t('editor.look.check')}
            </Tabs.Tab>
            <Tabs.Tab value="try">{t('editor.look.try')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="preview" className="editor-panel">
            <ArticlePreview article={preview.data ? preview.data.article : edition.preview} saved={edition.preview} />
          </Tabs.Panel>
          <Tabs.Panel value="check" className="editor-panel">
            <ProblemList problems={problems} goTo={goTo} />
          </Tabs.Panel>
          <Tabs.Panel value="try" className="editor-panel">
            <TryPanel draft={{ id: edition.id, markdown: draft.markdown, ...lists }} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <LeaveGuard on={dirty} />
    </div>
  );
}
