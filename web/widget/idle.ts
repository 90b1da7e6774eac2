export interface IdleOptions {
  minutes: number;
  /** Only a conversation that the robot holds ends by itself; one that waits for a person never does. */
  applies(): boolean;
  warn(warning: boolean): void;
  over(): void;
}
/** Time left to answer the warning: never less than a minute, and mostly five. */
export const graceMinutes = (minutes: number): number => Math.max(1, Math.min(5, Math.round(minutes / 4)));

/** Warns before an idle conversation ends, and ends it only if nobody says « Continuer ». */
export function watchIdle({ minutes, applies, warn, over }: IdleOptions): { moved(): void } {
  let last = Date.now();
  let warned = false;
  const tell = (warning: boolean): void => {
    if (warned !== warning) warn((warned = warning));
  };
  setInterval(() => {
    if (!applies()) {
      last = Date.now();
      return tell(false);
    }
    const idle = (Date.now() - last) / 60_000;
    if (idle >= minutes + graceMinutes(minutes)) {
      tell(false);
      last = Date.now();
      over();
    } else if (idle >= minutes) tell(true);
  }, 5000);
  return {
    moved() {
      last = Date.now();
      tell(false);
    },
  };
}
