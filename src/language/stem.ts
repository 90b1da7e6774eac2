import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { fold } from './normalise.js';

/**
 * The stem of a French word: natural's Porter stemmer (equal to Snowball's French one on what was tried), accents folded after
 * it, so that « déménagé », « déménager » and « demenager » meet.
 *
 * Known collisions are kept apart by hand: « logement » would become « log » (as « logé »), « données » « don », « née » « né ».
 * A stem of one or two letters says too little, the folded word is then kept. Cost: a few microseconds a word.
 *
 * déclarations → declar; logement → logement; perdue → perdu
 */
const KEPT: Record<string, string> = {
  logement: 'logement',
  logements: 'logement',
  donnees: 'donnees',
  nee: 'naitre',
  ne: 'ne',
  nes: 'naitre',
  nees: 'naitre',
  naitre: 'naitre',
  maire: 'maire',
  mairie: 'mairie',
  mairies: 'mairie',
  pacs: 'pacs',
  pacser: 'pacs',
  pacse: 'pacs',
  pacses: 'pacs',
  mari: 'mari',
  maris: 'mari',
  loyer: 'loyer',
  loyers: 'loyer',
  permis: 'permis',
  avis: 'avis',
  temps: 'temps',
  impots: 'impot',
  impot: 'impot',
};

export function stemOf(word: string): string {
  if (word === 'né') return 'naitre';
  const plain = fold(word);
  const kept = Object.hasOwn(KEPT, plain) ? KEPT[plain] : undefined;
  if (kept !== undefined) return kept;
  if (/\d/.test(plain) || plain.length <= 3) return plain;
  const stem = fold(stemmer.stem(word));
  return stem.length <= 2 ? plain : stem;
}
