/**
 * What a message says in figures: an age, a date, an amount, a postcode. Read from the words, so that « 8ans » and « huit ans » meet.
 *
 * An age is a number before « ans » that is not a duration (« depuis 5 ans », « il y a 3 ans », « pendant 2 ans », « 10 ans de ») . Amounts
 * are numbers before euros or €. One pass over the text for each kind; the expressions cannot backtrack.
 *
 * « ma fille de 8 ans, il me reste 200 € » → age 8, amount 200
 */
export interface Entities {
  /** Years; of the person spoken of, most likely. */
  age?: number;
  amount?: number;
  /** ISO date, or month and day without year as --MM-DD. */
  date?: string;
  postcode?: string;
}
const UNITS = [
  'zero',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
];
const NUMBERS = new Map<string, number>([
  ...[...UNITS, 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf', 'vingt'].map((word, n): [string, number] => [word, n]),
  ['quinze', 15],
  ['seize', 16],
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
]);
const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const AGE =
  /(?<before>depuis |a |pendant |durant |dans |apres |après |moins de |plus de |avant |les |sous |pour |tous les )?(?<n>\b\d{1,3}|\b[a-z]+(?:-[a-z]+)?) ?(?:ans?|years? old|yo)\b(?<after> de (?:retard|loyer|mariage|travail|service|contrat|bail|vie|pacs|salaire|cotisation|garantie|prison|presence|présence))?/gu;
const MONTHS_OLD = /(?:bébé|bebe|fils|fille|enfant|petit|petite|nourrisson) (?:qui a |de |a )?(?<n>\d{1,2}) mois/u;
const AMOUNT = /(?<n>\d[\d ]{0,9}(?:[.,]\d{1,2})?) ?(?:€|euros?\b|eur\b|balles\b)/u;
const NUMERIC_DATE = /\b(?<d>[0-3]?\d)[/.](?<m>[01]?\d)[/.](?<y>(?:19|20)\d\d)\b/u;
const WORDED_DATE = new RegExp(`\\b(?<d>[0-3]?\\d)(?:er)? (?<m>${MONTHS.join('|')})(?: (?<y>(?:19|20)\\d\\d))?`, 'u');
const POSTCODE = /\b(?:0[1-9]|[1-8]\d|9[0-58])\d{3}\b/u;
const OLDEST = 120;

/** Of a normalised text (accents kept). */
export function entitiesOf(text: string): Entities {
  const found: Entities = {};
  const age = ageIn(text);
  if (age !== undefined) found.age = age;
  const amount = AMOUNT.exec(text)?.groups;
  if (amount) found.amount = Number(amount['n']!.replaceAll(' ', '').replace(',', '.'));
  const date = dateIn(text);
  if (date !== undefined) found.date = date;
  const postcode = POSTCODE.exec(text)?.[0];
  if (postcode !== undefined && found.amount !== Number(postcode)) found.postcode = postcode;
  return found;
}

function ageIn(text: string): number | undefined {
  for (const { index, groups } of text.matchAll(AGE)) {
    const before = groups!['before'];
    if ((before !== undefined && before !== 'a ') || groups!['after'] !== undefined) continue;
    if (before === 'a ' && text.slice(0, index).endsWith('y ')) continue;
    const n = /^\d/.test(groups!['n']!) ? Number(groups!['n']) : NUMBERS.get(groups!['n']!);
    if (n !== undefined && n <= OLDEST) return n;
  }
  const months = MONTHS_OLD.exec(text)?.groups;
  return months ? Math.floor(Number(months['n']) / 12) : undefined;
}

function dateIn(text: string): string | undefined {
  const numeric = NUMERIC_DATE.exec(text)?.groups;
  const two = (n: string | number) => String(n).padStart(2, '0');
  if (numeric) return `${numeric['y']}-${two(numeric['m']!)}-${two(numeric['d']!)}`;
  const worded = WORDED_DATE.exec(text)?.groups;
  if (!worded) return undefined;
  return `${worded['y'] ?? '-'}-${two(MONTHS.indexOf(worded['m']!) + 1)}-${two(worded['d']!)}`;
}
