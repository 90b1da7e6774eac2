import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** Where a code is typed: there is nothing else to do first, so the cursor stands in it. */
export function CodeField({ focused = false, ...props }: TextInputProps & { focused?: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return <TextInput ref={field} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={30} {...props} />;
}
