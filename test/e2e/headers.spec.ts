import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { http, startService, type HttpAnswer, type Service } from '../harness/index.js';

let service: Service;
beforeAll(async () => {
  service = await startService({
    sites: {
      sites: [
        {
          key: 'demo',
          name: 'Ville de Valclair',
          origins: ['https://www.valclair.example', 'https://*.agglo.example'],
          services: [{ id: 'accueil', name: 'Accueil' }],
          defaultService: 'accueil',
        },
      ],
    },
  });
}, 60_000);
afterAll(() => service.close());

const PAGES = [
  '/',
  '/w/frame?site=demo',
  '/c/demo',
  '/c/demo/donnees-personnelles',
  '/c/demo/mentions-legales',
  '/c/demo/accessibilite',
  '/console',
  '/console/desk',
];
const policyOf = ({ headers }: HttpAnswer) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '')
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name, ...values]) => [name, values]),
  ) as Record<string, string[]>;

describe.each(PAGES)('the page %s', (path) => {
  let page: HttpAnswer;
  beforeAll(async () => {
    page = await http(service.url, path);
  });

  it('is there, as HTML', () => {
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
  });

  it('loads scripts and styles from ourselves alone, none of them inline', () => {
    const policy = policyOf(page);
    expect(policy['default-src']).toEqual(["'none'"]);
    for (const values of Object.values(policy)) {
      expect(values).not.toContain("'unsafe-inline'");
      expect(values).not.toContain("'unsafe-eval'");
      expect(values).not.toContain('*');
      expect(values).not.toContain('https:');
    }
    expect(policy['script-src'] ?? ["'none'"]).toEqual([expect.stringMatching(/^'(self|none)'$/)]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['form-action']).toEqual([expect.stringMatching(/^'(self|none)'$/)]);
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/i);
    expect(page.text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  it('names nothing that lies on another site', () => {
    const loaded = [...page.text.matchAll(/<(?:script|link|img|iframe|source|use)\b[^>]*?(?:src|href)="([^"]+)"/gi)].map(([, url]) => url!);
    expect(loaded.filter((url) => !url.startsWith('data:') && new URL(url, service.url).origin !== service.url)).toEqual([]);
  });

  it('is not stored, not sniffed, sends no referrer and asks for no device', () => {
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('permissions-policy')).toMatch(/camera=\(\).*microphone=\(\).*geolocation=\(\)/);
    expect(page.headers.get('x-powered-by')).toBeNull();
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('who may embed', () => {
  it('is a site’s own pages for the frame of its widget, exactly', async () => {
    const frame = policyOf(await http(service.url, '/w/frame?site=demo'));
    expect(frame['frame-ancestors']).toEqual(expect.arrayContaining(['https://www.valclair.example', 'https://*.agglo.example']));
    expect(frame['frame-ancestors']!.filter((one) => !/valclair|agglo|'self'/.test(one))).toEqual([]);
    expect(frame['require-trusted-types-for']).toEqual(["'script'"]);
  });

  it('is nobody for the console, which also keeps its window to itself', async () => {
    const desk = await http(service.url, '/console');
    expect(policyOf(desk)['frame-ancestors']).toEqual(["'none'"]);
    expect(policyOf(desk)['require-trusted-types-for']).toEqual(["'script'"]);
    expect(desk.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('is nobody for the plain page and the legal pages', async () => {
    for (const path of PAGES.filter((one) => one.startsWith('/c/')))
      expect(policyOf(await http(service.url, path))['frame-ancestors']).toEqual(["'none'"]);
  });
});

describe('everything else', () => {
  it('carries the strictest policy: answers of the API, health, pages that do not exist', async () => {
    for (const path of [
      '/health/live',
      '/api/citizen/site/demo',
      '/api/staff/session',
      '/nulle-part',
      '/c/ailleurs',
      '/w/frame?site=ailleurs',
    ]) {
      const answer = await http(service.url, path);
      expect(policyOf(answer)['default-src']).toEqual(["'none'"]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-powered-by')).toBeNull();
    }
  });

  it('is not found in plain words, without a trace of how the service is built', async () => {
    for (const path of [
      '/nulle-part',
      '/c/ailleurs',
      '/w/frame?site=ailleurs',
      '/w/frame',
      '/w/assets/../../package.json',
      '/w/assets/%2e%2e%2fcli.js',
    ]) {
      const answer = await http(service.url, path);
      expect([400, 404]).toContain(answer.status);
      expect(answer.text).not.toMatch(/at .*:\d+:\d+|node_modules|Express|Nest|Cannot GET/);
    }
  });

  it('lets any page load the loader, and keeps it fresh', async () => {
    const loader = await http(service.url, '/w/v1/loader.js');
    expect(loader.status).toBe(200);
    expect(loader.headers.get('content-type')).toMatch(/javascript/);
    expect(loader.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(loader.headers.get('cache-control')).not.toMatch(/immutable/);
    expect(loader.headers.get('etag')).toBeTruthy();
  });

  it('promises https for a year when it is reached by https, and not otherwise', async () => {
    expect((await http(service.url, '/')).headers.get('strict-transport-security')).toBeNull();
    const behind = await startService({ env: { GUICHET_PUBLIC_URL: 'https://guichet.valclair.example' } });
    try {
      expect((await http(behind.url, '/')).headers.get('strict-transport-security')).toBe('max-age=31536000');
      const session = await http(behind.url, '/api/citizen/session', {
        body: { site: 'demo' },
        headers: { Origin: 'https://guichet.valclair.example' },
      });
      const cookie = session.headers.get('set-cookie');
      for (const attribute of ['HttpOnly', 'Secure', 'Partitioned', 'SameSite=None']) expect(cookie).toContain(`; ${attribute}`);
      expect((await http(behind.url, '/api/citizen/session', { body: { site: 'demo' } })).status).toBe(403);
    } finally {
      await behind.close();
    }
  }, 40_000);
});
