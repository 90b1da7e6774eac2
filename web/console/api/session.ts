import { queryOptions, skipToken } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  Enrolment,
  RecoveryCodes,
  setPassword,
  setup,
  SignedIn,
  StaffMe,
  staffSession,
} from '../../../src/contract/http.js';
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

export const beginEnrolment = (input: z.input<typeof beginSecondFactor>): Promise<Enrolment> => call('POST', '/me/second-factor', input);
export const confirmEnrolment = (input: z.input<typeof confirmSecondFactor>): Promise<RecoveryCodes> =>
  call('POST', '/me/second-factor/confirm', input);
export const endEnrolment = (input: z.input<typeof endSecondFactor>): Promise<unknown> => call('POST', '/me/second-factor/off', input);
/** The codes just given, kept until they were noted: roles that come with them may draw the whole screen anew. */
export const recoveryCodesQuery = queryOptions({
  queryKey: ['recovery-codes'],
  queryFn: skipToken,
  initialData: null as string[] | null,
  staleTime: Infinity,
});
