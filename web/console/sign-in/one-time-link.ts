/** The token of a one-time link. It stands behind the `#`, so that no server log and no Referer ever holds it. */
export const tokenOfLink = (): string | null => {
  const token = window.location.hash.slice(1);
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
};
