const two = (n: number): string => String(n).padStart(2, '0');

/** An instant as a `datetime-local` field holds it: the wall clock of the browser. */
export function toLocalInput(instant: string | undefined): string {
  if (instant === undefined) return '';
  const date = new Date(instant);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

export const toInstant = (local: string): string => new Date(local).toISOString();
