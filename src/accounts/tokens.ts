import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url; what is stored is `hashOf` it. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
