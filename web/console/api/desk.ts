import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Article } from '../../../src/contract/blocks.js';
import type {
  ArticleHit,
  CannedReply,
  cannedReplyInput,
  ConversationView,
  DeskOverview,
  Note,
  SearchResult,
} from '../../../src/contract/http.js';
import type { Claimed } from '../../../src/contract/staff.js';
import { call, query } from './call.js';

const at = (id: string): string => `/desk/conversations/${encodeURIComponent(id)}`;

export const overviewQuery = queryOptions({
  queryKey: ['desk', 'overview'],
  queryFn: () => call<DeskOverview>('GET', '/desk/overview'),
  refetchInterval: 30_000,
});
export const conversationQuery = (id: string, reason?: string) =>
  queryOptions({
    queryKey: ['desk', 'conversation', id, reason ?? ''],
    queryFn: () => call<ConversationView>('GET', `${at(id)}${query({ reason })}`),
    retry: false,
    // Each reading leaves a line in the audit log: none without a cause.
    refetchOnWindowFocus: false,
  });
/** Results of one page of a search. */
export const SEARCH_PAGE = 20;
export interface SearchFilters {
  q?: string;
  from?: string;
  to?: string;
  service?: string;
  status?: string;
  page: number;
}
export const searchPastQuery = (filters: SearchFilters) =>
  queryOptions({
    queryKey: ['desk', 'search', filters],
    queryFn: () => call<SearchResult>('GET', `/desk/search${query({ ...filters })}`),
    enabled: (filters.q?.length ?? 0) > 1 || (!filters.q && Boolean(filters.from || filters.to || filters.service || filters.status)),
    refetchOnWindowFocus: false,
  });
export const cannedQuery = queryOptions({
  queryKey: ['desk', 'canned'],
  queryFn: async () => (await call<{ replies: CannedReply[] }>('GET', '/desk/canned')).replies,
  staleTime: 60_000,
});
export const articleHitsQuery = (q: string) =>
  queryOptions({
    queryKey: ['desk', 'articles', q],
    queryFn: async () => (await call<{ articles: ArticleHit[] }>('GET', `/desk/articles${query({ q })}`)).articles,
    enabled: q.trim().length > 1,
    staleTime: 60_000,
  });
export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'article', id],
    queryFn: () => call<Article>('GET', `/desk/articles/${encodeURIComponent(id)}`),
    staleTime: 60_000,
  });

export const addNote = (id: string, text: string): Promise<Note> => call('POST', `${at(id)}/notes`, { text });
export const takeOverConversation = (id: string, reason: string): Promise<Claimed> => call('POST', `${at(id)}/take-over`, { reason });

type CannedInput = z.input<typeof cannedReplyInput>;
export const saveCanned = (id: string | undefined, input: CannedInput): Promise<unknown> =>
  id === undefined ? call('POST', '/desk/canned', input) : call('PUT', `/desk/canned/${encodeURIComponent(id)}`, input);
export const removeCanned = (id: string): Promise<unknown> => call('DELETE', `/desk/canned/${encodeURIComponent(id)}`);
