/** Days that a conversation is kept behind its last line: with the robot alone, and once a person took part. */
export const RETENTION_DAYS = { bot: 30, human: 90, callback: 30 } as const;
const DAY_MS = 86_400_000;

/** When a conversation is to be purged, ISO UTC. */
export const purgeDate = (at: string, human: boolean): string => daysAfter(at, human ? RETENTION_DAYS.human : RETENTION_DAYS.bot);

export const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();
