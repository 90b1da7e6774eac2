import type { Fact } from '../contract/index.js';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';
/** Units that French writes without the plural at one ("1 an", "0,5 point"). */
const SINGULAR: Record<string, string> = {
  ans: 'an',
  jours: 'jour',
  semaines: 'semaine',
  heures: 'heure',
  minutes: 'minute',
  points: 'point',
  enfants: 'enfant',
  'jours ouvrés': 'jour ouvré',
  'jours ouvrables': 'jour ouvrable',
};
const PLURAL = Object.fromEntries(Object.entries(SINGULAR).map(([many, one]) => [one, many]));

/** "1 234,50": thousands by a narrow no-break space, a comma, cents in full; no Intl, whose spaces change with the ICU version. */
function number(value: number, money: boolean): string {
  const fixed = Number.isInteger(value) ? String(Math.abs(value)) : money ? Math.abs(value).toFixed(2) : String(Math.abs(value));
  const [whole = '0', cents] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NARROW);
  return `${value < 0 ? '-' : ''}${grouped}${cents === undefined ? '' : `,${cents}`}`;
}

/** How a fact reads: "86 €", "1 an", "2 mois", "3 août 2031". */
export function factText(fact: Pick<Fact, 'value' | 'unit'>): string {
  const unit = fact.unit.trim();
  if (typeof fact.value === 'string') return unit === '' ? fact.value : `${fact.value}${NO_BREAK}${unit}`;
  const value = number(fact.value, unit === '€');
  if (unit === '') return value;
  // French takes the plural from two on: 1,5 an, 2 ans.
  const agreed = Math.abs(fact.value) < 2 ? (SINGULAR[unit] ?? unit) : (PLURAL[unit] ?? unit);
  return `${value}${NO_BREAK}${agreed}`;
}
