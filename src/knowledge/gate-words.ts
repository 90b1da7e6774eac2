import type { SnapshotRow } from '../contract/index.js';
import type { Gate } from '../matching/index.js';
import { FEWEST_LABELS } from '../matching/gate.js';

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`.replace('.', ',');

/** What the gate promises, in words that an editor can hold it to. */
export function gateWords({ answer, labels, expected }: Gate): SnapshotRow['gate'] {
  const generic = labels < FEWEST_LABELS;
  const [low, high] = expected.interval;
  const bound = generic
    ? `Calibrage générique : ${labels} questions étiquetées, il en faut ${FEWEST_LABELS}. Le seuil est plus strict.`
    : `${percent(expected.precision)} de réponses justes (intervalle à 95 % : de ${percent(low)} à ${percent(high)}), ${percent(expected.coverage)} des questions répondues, mesuré sur ${labels} questions étiquetées.`;
  return { threshold: Math.round(answer * 1000) / 1000, labels, generic, bound };
}
