import { hash as digest, randomBytes, randomUUID } from 'node:crypto';

/** 128 random bits, base64url, 22 characters. */
export const newConversationId = (): string => randomBytes(16).toString('base64url');
/** 256 random bits, base64url, 43 characters; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');
/** SHA-256, base64url, 43 characters. */
export const hash = (text: string): string => digest('sha256', text, 'base64url');
export const newId = (): string => randomUUID();
