import type { Sql } from '../platform/sql.js';

/** Where somebody stands in a queue. */
export interface Place {
  /** From 1. */
  place: number;
  /** A range of minutes, when past conversations are enough to tell it from. */
  waitMinutes?: [number, number];
}

/** What the conversation needs to know of the human side; the desk implements it. */
export abstract class HandOff {
  /** Agents of a service who are signed in and available, at this moment, on any node. */
  abstract agentsAvailable(service: string): number;
  /** Reads with the `sql` it is given, since it is also asked inside a write unit. */
  abstract place(sql: Sql, service: string, queuedAt: string): Promise<Place>;
}
