/** The address when it is of a kind that may be followed; content is edited by people, and `javascript:` is an address too. */
export function safeUrl(url: string): string | undefined {
  try {
    const { protocol } = new URL(url, window.location.origin);
    return url !== '' && ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
