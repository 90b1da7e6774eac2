import type { Role } from '../../../src/contract/vocabulary.js';

/**
 * Which roles see which screens. The server decides what they may do; this only spares people dead ends.
 * An administrator reads no conversation.
 */
export const DESK: readonly Role[] = ['agent', 'supervisor'];
export const READERS: readonly Role[] = ['agent', 'supervisor', 'dpo'];
export const CONTENT: readonly Role[] = ['editor'];
export const ADMINISTRATION: readonly Role[] = ['admin'];
export const SWITCHES: readonly Role[] = ['supervisor', 'admin'];
export const AUDIT: readonly Role[] = ['dpo', 'admin'];

export const holdsOne = (held: readonly Role[], wanted: readonly Role[]): boolean => wanted.some((role) => held.includes(role));
