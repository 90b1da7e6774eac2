/**
 * All that the page and the frame say to each other, both ways by exact origin. Never a text of the conversation,
 * but for `ask`: words that the page itself hands in.
 */
export type ToFrame =
  { guichet: 1; verb: 'open'; focus: boolean; lang?: string; page?: string; ask?: string } | { guichet: 1; verb: 'close' };

export type ToPage =
  /** The frame is drawn and listens. */
  | { guichet: 1; verb: 'open' }
  | { guichet: 1; verb: 'close' }
  | { guichet: 1; verb: 'resize'; large: boolean }
  /** Lines not read yet, and the name of what just happened. */
  | { guichet: 1; verb: 'unread'; count: number; news?: News };

export type News =
  'message:sent' | 'message:received' | 'handoff:requested' | 'handoff:queued' | 'handoff:joined' | 'handoff:ended' | 'rated' | 'error';
