import { describe, expect, it } from '@jest/globals';
import { contentSecurityPolicy } from '../../../src/conversation/pages/policy.js';

const directives = (policy: string) => new Map(policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]));

describe('the policy of a page', () => {
  it('allows nothing but our style and no embedding, unless the page names more', () => {
    const policy = directives(contentSecurityPolicy({}));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'none'");
    expect(policy.has('script-src')).toBe(false);
  });

  it('asks for Trusted Types wherever scripts run, and never allows inline ones', () => {
    const policy = contentSecurityPolicy({
      scripts: true,
      connect: ['wss://guichet.example'],
      embeddedBy: ["'self'", 'https://ville.example'],
    });
    expect(directives(policy).get('require-trusted-types-for')).toBe("'script'");
    expect(directives(policy).get('connect-src')).toBe("'self' wss://guichet.example");
    expect(directives(policy).get('frame-ancestors')).toBe("'self' https://ville.example");
    expect(policy).not.toMatch(/unsafe|\*/);
  });
});
