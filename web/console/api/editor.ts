import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  articleDraft,
  ArticleEdition,
  ArticleRow,
  Preview,
  Problem,
  publish,
  Published,
  SnapshotRow,
  statusChange,
  Tried,
  tryQuestion,
} from '../../../src/contract/http.js';
import { call, query } from './call.js';

const at = (id: string): string => `/editor/articles/${encodeURIComponent(id)}`;

export interface ArticleFilters {
  status?: string;
  theme?: string;
  q?: string;
  due?: boolean;
}
export const articlesQuery = (filters: ArticleFilters) =>
  queryOptions({
    queryKey: ['editor', 'articles', filters],
    queryFn: async () =>
      (await call<{ articles: ArticleRow[] }>('GET', `/editor/articles${query({ ...filters, due: filters.due || undefined })}`)).articles,
  });
export const editionQuery = (id: string) =>
  queryOptions({ queryKey: ['editor', 'article', id], queryFn: () => call<ArticleEdition>('GET', at(id)), refetchOnWindowFocus: false });
export const previewQuery = (markdown: string) =>
  queryOptions({
    queryKey: ['editor', 'preview', markdown],
    queryFn: () => call<Preview>('POST', '/editor/preview', { markdown }),
    enabled: markdown.trim() !== '',
    staleTime: Infinity,
    gcTime: 60_000,
  });
export const checkQuery = queryOptions({
  queryKey: ['editor', 'check'],
  queryFn: async () => (await call<{ problems: Problem[] }>('POST', '/editor/check', {})).problems,
});
export const snapshotsQuery = queryOptions({
  queryKey: ['editor', 'snapshots'],
  queryFn: async () => (await call<{ snapshots: SnapshotRow[] }>('GET', '/editor/snapshots')).snapshots,
});
export interface ArticleVersion {
  markdown: string;
  utterances: string[];
  nearMisses: string[];
}
export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['editor', 'article', id, 'version', version],
    queryFn: () => call<ArticleVersion>('GET', `${at(id)}/versions/${version}`),
    staleTime: Infinity,
  });

export type DraftInput = z.input<typeof articleDraft>;
export const createArticle = (input: DraftInput): Promise<ArticleEdition> => call('POST', '/editor/articles', input);
export const saveArticle = (id: string, input: DraftInput): Promise<ArticleEdition> => call('PUT', at(id), input);
export const changeStatus = (id: string, input: z.input<typeof statusChange>): Promise<ArticleEdition> =>
  call('POST', `${at(id)}/status`, input);
export const restoreVersion = (id: string, version: number): Promise<ArticleEdition> => call('POST', `${at(id)}/restore`, { version });
export const publishArticles = (input: z.input<typeof publish>): Promise<Published> => call('POST', '/editor/publish', input);
export const tryQuestionNow = (input: z.input<typeof tryQuestion>): Promise<Tried> => call('POST', '/editor/try', input);
