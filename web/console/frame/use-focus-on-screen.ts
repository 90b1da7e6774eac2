import { useEffect, useRef } from 'react';

/** « /desk/abc » → « desk » */
const screenOf = (pathname: string): string => pathname.split('/')[1] ?? '';

/**
 * A new screen takes the focus, as a new page would, so that a screen reader begins with it. Inside one screen the focus
 * stays, unless what had it is gone.
 */
export function useFocusOnScreen(pathname: string): void {
  const before = useRef(screenOf(pathname));
  useEffect(() => {
    const moved = before.current !== screenOf(pathname);
    before.current = screenOf(pathname);
    const wait = setTimeout(() => {
      if (moved || document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
    }, 50);
    return () => clearTimeout(wait);
  }, [pathname]);
}
