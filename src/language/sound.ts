/**
 * How a French word sounds, roughly: two spellings of one sound give one key. It repairs what an edit distance cannot
 * (« lojement » / « logement », « oraire » / « horaire », « licensiement » / « licenciement »).
 *
 * Ordered rewriting of a folded word: clusters first (eau, ai, ou, an, in, qu, ph, gn), then soft consonants before e/i/y, doubled
 * letters, silent h and silent endings. About twenty passes over a word of at most 40 letters.
 *
 * « renouvellement » and « renouvelement » → r8nuvlm1 (the key is not meant to be read)
 */
const STEPS: readonly [RegExp, string][] = [
  [/h/g, ''],
  [/(?:eau|au)x?/g, 'o'],
  [/(?:ai|ei)(?=[nm](?![aeiouy]))/g, 'i'],
  [/(?:aient|ait|ais|er|ez|ee|es|et|ai|ei|ay|ey)(?=s?$)/g, 'e'],
  [/ai|ei|ay/g, 'e'],
  [/ou/g, 'u'],
  [/oeu|eu/g, 'e'],
  [/(?:em|en|am)(?=[bcdfgjklmpqrstvxz]|$)/g, 'an'],
  [/(?:im|ym|yn)(?=[bcdfgjklpqrstvxz]|$)/g, 'in'],
  [/qu|q|ck|k/g, 'c'],
  [/gu(?=[eiy])/g, 'G'],
  [/ge(?=[ao])/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/ti(?=on|el|al)/g, 'si'],
  [/sc(?=[eiy])/g, 's'],
  [/(?<=[aeiouy])s(?=[aeiouy])/g, 'z'],
  [/ph/g, 'f'],
  [/y/g, 'i'],
  [/x$/g, ''],
  [/(.)\1+/g, '$1'],
  [/[estxdpt]+$/g, ''],
  [/e/g, ''],
];

export function soundOf(folded: string): string {
  let key = folded;
  for (const [pattern, by] of STEPS) key = key.replace(pattern, by);
  return key;
}
