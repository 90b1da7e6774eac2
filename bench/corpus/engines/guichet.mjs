/** Guichet itself: built from the same content, or read from the snapshot that is stored. */
import { buildSnapshot, understand, unpackSnapshot } from '../../../dist/matching/index.js';

export const searching = (snapshot) => (question) => understand(snapshot, question).candidates.map(({ article }) => article);
export const built = (content) => buildSnapshot(content);
export const read = (stored) => unpackSnapshot(stored.read());
