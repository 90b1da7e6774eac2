import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { changePassword, setPassword, setup, SignedIn, StaffMe, staffSession } from '../../../src/contract/http.js';
import { call, CallRefused } from './call.js';

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<StaffMe | null> => {
    try {
      return await call<StaffMe>('GET', '/session');
    } catch (error) {
      if (error instanceof CallRefused && error.code === 'auth') return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const signIn = (input: z.input<typeof staffSession>): Promise<SignedIn> => call('POST', '/session', input);
export const signOut = (): Promise<void> => call('DELETE', '/session');
export const createFirstAccount = (input: z.input<typeof setup>): Promise<unknown> => call('POST', '/setup', input);
export const choosePassword = (input: z.input<typeof setPassword>): Promise<unknown> => call('POST', '/password', input);
export const renewPassword = (input: z.input<typeof changePassword>): Promise<unknown> => call('POST', '/me/password', input);
