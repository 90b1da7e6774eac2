import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../platform/secret-box.js';
import { hash } from '../ids.js';

/** Proof that a form was written by us for this session: sealed with the server's secret, so that no other site can make one. */
@Injectable()
export class FormTokens {
  constructor(private readonly box: SecretBox) {}

  issue(sessionToken: string): string {
    return this.box.seal(hash(`form ${sessionToken}`));
  }

  matches(sessionToken: string, formToken: string): boolean {
    try {
      return this.box.open(formToken) === hash(`form ${sessionToken}`);
    } catch {
      // Not ours, changed, or from before the secret was.
      return false;
    }
  }
}
