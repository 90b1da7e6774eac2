/** Calls `task` whenever the page may have missed something: back online, seen again, or taken out of the page cache. */
export function onWake(task: () => void): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'visible') task();
  };
  window.addEventListener('online', task);
  window.addEventListener('pageshow', task);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('online', task);
    window.removeEventListener('pageshow', task);
    document.removeEventListener('visibilitychange', seen);
  };
}
