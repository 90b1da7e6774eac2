/** Messages of 4,000 characters made to cost as much as they can: what a matcher, a masker or a regex must get through. */
const LENGTH = 4000;
const fill = (unit) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
/** Numbers that look random and are always the same. */
const chance = (seed) => () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 4_294_967_296;

function letters(seed, alphabet, spaceEvery) {
  const next = chance(seed);
  return Array.from({ length: LENGTH }, (_, i) =>
    spaceEvery && i % spaceEvery === spaceEvery - 1 ? ' ' : alphabet[Math.floor(next() * alphabet.length)],
  ).join('');
}

/** @returns {{ name: string, text: string }[]} */
export const longMessages = () => [
  { name: 'digits', text: fill('1') },
  { name: 'digits and spaces', text: fill('1 ') },
  { name: 'digits, dots and spaces', text: fill('12 34.56-78 ') },
  { name: 'almost card numbers', text: fill('4970 1012 3456 7891 ') },
  { name: 'almost social security numbers', text: fill('2 55 08 14 168 025 39 ') },
  { name: 'almost bank accounts', text: fill('FR76 3000 6000 0112 3456 7890 188 ') },
  { name: 'almost addresses of mail', text: fill('a@b.c@') },
  { name: 'one long name of mail', text: `${fill('a').slice(0, LENGTH - 1)}@` },
  { name: 'dots', text: fill('a.') },
  { name: 'spaces around two words', text: `passeport${' '.repeat(LENGTH - 18)}passeport` },
  { name: 'tabs and line ends', text: `${fill('\t\n\r ').slice(0, LENGTH - 1)}x` },
  { name: 'combining marks', text: fill('é\u0301\u0302\u0303\u0304') },
  { name: 'combining marks on one letter', text: `e${'\u0301'.repeat(LENGTH - 1)}` },
  { name: 'parentheses', text: fill('(') },
  { name: 'nested pairs', text: '([{<'.repeat(500) + '>}])'.repeat(500) },
  { name: 'emoji', text: fill('👩‍👩‍👧‍👦🇫🇷') },
  { name: 'zero-width characters', text: fill('a\u200b\u200d\u2060') },
  { name: 'one word repeated', text: fill('passeport ') },
  { name: 'two words repeated', text: fill('carte identité ') },
  { name: 'many subjects', text: fill('passeport permis de conduire acte de naissance impôts mariage école logement retraite ') },
  { name: 'one endless word', text: fill('anticonstitutionnellement') },
  { name: 'endless misspelling', text: fill('passpor pasport passeprot paseport ') },
  { name: 'random words', text: letters(7, 'abcdefghijklmnopqrstuvwxyz', 7) },
  { name: 'random accents', text: letters(11, 'àâäéèêëîïôöùûüçœæ', 6) },
  { name: 'short words', text: letters(13, 'aeioulnrst', 3) },
  { name: 'apostrophes', text: fill("l'd'j'qu'") },
  { name: 'hyphens', text: fill('a-') },
  { name: 'question marks', text: fill('?! ') },
  { name: 'dates and amounts', text: fill('le 12/03/2026 à 14h30, 86,50 € ') },
  { name: 'other scripts', text: fill('паспорт 護照 جواز सफ़र ') },
  { name: 'markup', text: fill('<script>alert(1)</script>') },
  { name: 'templates', text: fill('{{fact}}${x}%s') },
];
