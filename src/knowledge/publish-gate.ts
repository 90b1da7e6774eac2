import { Injectable } from '@nestjs/common';
import type { Problem } from '../contract/index.js';
import type { Content, Snapshot } from '../matching/index.js';

/** What wants to go live. */
export interface Candidate {
  content: Content;
  /** What the content check found. */
  problems: Problem[];
  /** Builds the snapshot, once however often it is asked for. */
  snapshot(): Promise<Snapshot>;
}
export type Verdict = { ok: true } | { ok: false; problems: Problem[] };

/** Whether a content may go live. A room above may ask for more than the content check. */
export abstract class PublishGate {
  abstract judge(candidate: Candidate): Promise<Verdict>;
}

/** Without anything else: no error in the content check. */
@Injectable()
export class ContentCheckGate extends PublishGate {
  async judge({ problems }: Candidate): Promise<Verdict> {
    const errors = problems.filter(({ severity }) => severity === 'error');
    return errors.length === 0 ? { ok: true } : { ok: false, problems: errors };
  }
}
