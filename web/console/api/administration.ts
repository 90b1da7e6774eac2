import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { accountPatch, AuditEntry, newAccount, StaffAccount, Switches } from '../../../src/contract/http.js';
import { call, query } from './call.js';

const at = (id: string): string => `/accounts/${encodeURIComponent(id)}`;

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async () => (await call<{ accounts: StaffAccount[] }>('GET', '/accounts')).accounts,
});
export const addAccount = (input: z.input<typeof newAccount>): Promise<{ account: StaffAccount; link: string }> =>
  call('POST', '/accounts', input);
export const patchAccount = (id: string, input: z.input<typeof accountPatch>): Promise<unknown> => call('PATCH', at(id), input);
export const disableAccount = (id: string): Promise<unknown> => call('POST', `${at(id)}/disable`);
export const enableAccount = (id: string): Promise<unknown> => call('POST', `${at(id)}/enable`);
export const resetAccount = (id: string): Promise<{ link: string }> => call('POST', `${at(id)}/reset`);
export const resetSecondFactor = (id: string): Promise<unknown> => call('POST', `${at(id)}/second-factor/reset`);

export const AUDIT_PAGE = 50;
export const auditPage = async (before?: number): Promise<AuditEntry[]> =>
  (await call<{ entries: AuditEntry[] }>('GET', `/audit${query({ before, limit: AUDIT_PAGE })}`)).entries;

export const switchesQuery = (site: string) =>
  queryOptions({
    queryKey: ['switches', site],
    queryFn: () => call<Switches>('GET', `/switches/${encodeURIComponent(site)}`),
    enabled: site !== '',
    refetchOnWindowFocus: false,
  });
export const saveSwitches = (site: string, input: Switches): Promise<unknown> =>
  call('PUT', `/switches/${encodeURIComponent(site)}`, input);
