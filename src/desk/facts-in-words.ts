import { SITUATIONS } from './situations.fr.js';

/** What a citizen said about oneself, as an agent reads it: {age: "8", occupancy: "tenant"} → ["8 ans", "locataire"]. */
export function factsInWords(facts: Readonly<Record<string, string>>): string[] {
  return Object.entries(facts).map(([variable, value]) => {
    if (variable === 'age' && /^\d+$/.test(value)) return `${value} ans`;
    return SITUATIONS[`${variable}=${value}`] ?? `${variable} : ${value}`;
  });
}
