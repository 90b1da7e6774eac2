import { LinkDown, Refused, type Link } from '../../receiver/index.js';

const PAUSES_MS = [1000, 2000];

/** A call that appends an event, tried again under the same clientId while no acknowledgement comes. */
export async function appendOnce(link: Link, call: string, payload: Record<string, unknown>): Promise<void> {
  const clientId = crypto.randomUUID();
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await link.ask(call, { ...payload, clientId });
      if (!answer.ok) throw new Refused(answer.code, answer.retryInMs);
      return;
    } catch (error) {
      const pause = PAUSES_MS[attempt];
      if (!(error instanceof LinkDown) || pause === undefined) throw error;
      await new Promise((resume) => setTimeout(resume, pause));
    }
  }
}
