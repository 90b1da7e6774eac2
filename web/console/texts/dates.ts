import { useTranslation } from 'react-i18next';

const LOCALES: Record<string, string> = { fr: 'fr-FR', en: 'en-GB' };

export interface Dates {
  /** 22 nov. 2026 */
  day(iso: string): string;
  /** 22 nov. 2026, 14:05 */
  moment(iso: string): string;
  /** 14:05 today, with the day before. */
  short(iso: string): string;
}

/** Dates as people of the chosen language write them, in the time zone of the browser. */
export function useDates(): Dates {
  const { i18n } = useTranslation();
  const locale = LOCALES[i18n.language] ?? 'fr-FR';
  const write = (iso: string, options: Intl.DateTimeFormatOptions): string => {
    const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00` : iso);
    return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(locale, options).format(date);
  };
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return {
    day: (iso) => write(iso, day),
    moment: (iso) => write(iso, { ...day, ...time }),
    short: (iso) =>
      new Date(iso).toDateString() === new Date().toDateString()
        ? write(iso, time)
        : write(iso, { day: 'numeric', month: 'short', ...time }),
  };
}
