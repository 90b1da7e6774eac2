const WIDTH = 30;
const EVERY_MS = 100;

/** A line of a terminal that says how far a long task is; nothing where nobody looks. */
export function progressBar(what: string, out: NodeJS.WriteStream = process.stderr): (done: number, total: number) => void {
  if (!out.isTTY) return () => {};
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - last < EVERY_MS) return;
    last = now;
    const full = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
    out.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total} ${what}${done >= total ? '\n' : ''}`);
  };
}
