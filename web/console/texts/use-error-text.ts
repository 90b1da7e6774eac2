import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/call.js';
import { errors } from './fr/errors.js';

/** The sentence for whatever a call threw. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      const code = codeOf(error);
      return t(`errors.${code in errors ? code : 'unknown'}`);
    },
    [t],
  );
}
