import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

/** The rule of tokens.css that holds the dark values. */
function darkRule(): CSSMediaRule | undefined {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && /prefers-color-scheme:\s*dark/.test(rule.conditionText)) return rule;
  return undefined;
}

let rule: CSSMediaRule | undefined;

/**
 * The shared tokens follow the system alone. Where somebody chose otherwise, their dark rule is switched on or off
 * through the CSSOM, so that the values stand in one file and no inline style is needed.
 */
export function useSchemeOfTokens(): void {
  const dark = useDark();
  useEffect(() => {
    rule ??= darkRule();
    if (rule) rule.media.mediaText = dark ? 'all' : 'not all';
  }, [dark]);
}

export function useDark(): boolean {
  const { colorScheme } = useMantineColorScheme();
  const system = useSyncExternalStore(
    (changed) => {
      systemDark.addEventListener('change', changed);
      return () => systemDark.removeEventListener('change', changed);
    },
    () => systemDark.matches,
  );
  return colorScheme === 'dark' || (colorScheme === 'auto' && system);
}
