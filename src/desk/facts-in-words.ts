import { SITUATIONS } from './situations.fr.js';

/**
 * What a citizen said about oneself, as an agent reads it: {age: "8", occupancy: "tenant"} → ["8 ans", "locataire"]. The variables of a corpus (« T12 ») have no words:
 * the answers that set them do.
 */
export function factsInWords(facts: Readonly<Record<string, string>>): string[] {
  return Object.entries(facts).flatMap(([variable, value]) => {
    if (/^T\d+$/.test(variable)) return [];
    if (variable === 'age' && /^\d+$/.test(value)) return `${value} ans`;
    return SITUATIONS[`${variable}=${value}`] ?? `${variable} : ${value}`;
  });
}
