import joursFeries from '@socialgouv/jours-feries';
import type { Service } from './sites.js';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** How far ahead an opening is looked for. */
const HORIZON_DAYS = 30;

export interface Opening {
  open: boolean;
  /** ISO UTC of the next opening when closed, if there is one in the next 30 days. */
  nextOpening?: string;
}

interface LocalTime {
  date: string;
  minutes: number;
  day: (typeof DAYS)[number];
}

/** Making one takes longer than the rest of a turn with the robot; there are as many as sites have time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (format === undefined) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
    });
    formats.set(timezone, format);
  }
  return format;
}

/** The wall clock of a time zone at an instant. */
function local(at: Date, timezone: string): LocalTime {
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  ) as Record<string, string>;
  const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
  return { date, minutes: Number(parts['hour']) * 60 + Number(parts['minute']), day: DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]! };
}

function isHoliday(date: string, days: Service['holidays']): boolean {
  if (Array.isArray(days)) return days.includes(date);
  if (days === 'none') return false;
  return Object.values(joursFeries(Number(date.slice(0, 4)), { alsace: days === 'fr-alsace' })).some(
    (holiday) => localDate(holiday) === date,
  );
}

/** The package makes its dates in the time zone of the process. */
const localDate = (at: Date) =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function rangesOf(service: Service, { date, day }: Pick<LocalTime, 'date' | 'day'>): [number, number][] {
  if (service.closedDays.includes(date) || isHoliday(date, service.holidays)) return [];
  if (service.hours === undefined) return [[0, 1440]];
  return (service.hours[day] ?? [])
    .map((range) => [minutesOf(range.slice(0, 5)), minutesOf(range.slice(6))] as [number, number])
    .sort((a, b) => a[0] - b[0]);
}

/** Whether a service is open at an instant, and when it opens next. Public holidays of its zone count as closed. */
export function opening(service: Service, timezone: string, at: Date): Opening {
  const minute = Math.floor(at.getTime() / 60_000);
  const known = looked.get(service);
  if (known?.minute === minute && known.timezone === timezone) return known.opening;
  const found = look(service, timezone, at);
  looked.set(service, { minute, timezone, opening: found });
  return found;
}
/** Hours are told in minutes: within one, every conversation is told the same. */
const looked = new WeakMap<Service, { minute: number; timezone: string; opening: Opening }>();

function look(service: Service, timezone: string, at: Date): Opening {
  const now = local(at, timezone);
  if (rangesOf(service, now).some(([from, to]) => now.minutes >= from && now.minutes < to)) return { open: true };
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const date = new Date(Date.parse(`${now.date}T00:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10);
    const day = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
    const next = rangesOf(service, { date, day }).find(([from]) => ahead > 0 || from > now.minutes);
    if (next) return { open: false, nextOpening: instantOf(date, next[0], timezone).toISOString() };
  }
  return { open: false };
}

/** The instant at which a time zone's wall clock shows a date and a minute of the day (first of two at a clock change). */
function instantOf(date: string, minutes: number, timezone: string): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  let guess = wanted;
  for (let round = 0; round < 3; round++) {
    const shown = local(new Date(guess), timezone);
    const off = wanted - (Date.parse(`${shown.date}T00:00:00Z`) + shown.minutes * 60_000);
    if (off === 0) break;
    guess += off;
  }
  return new Date(guess);
}
