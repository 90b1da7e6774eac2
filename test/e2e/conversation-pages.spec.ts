import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { citizen, http, openSession, query, startService, uuid, type Service } from '../harness/index.js';
import { PlainBrowser } from './plain-browser.js';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

describe('the page without JavaScript', () => {
  it('stores nothing and opens nothing before something is written', async () => {
    const before = await query<{ n: number }>(service, 'SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM conversation) AS n');
    for (let look = 0; look < 3; look++) await new PlainBrowser(service.url).open('/c/demo');
    expect(await query(service, 'SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM conversation) AS n')).toEqual(before);
  });

  it('asks, answers, and comes back to the same conversation', async () => {
    const browser = await new PlainBrowser(service.url).open('/c/demo');
    expect(browser.text).toContain('automatique, pas avec une personne');
    await browser.submit({ text: 'bonjour', action: 'send' });
    expect(browser.status).toBe(200);
    expect(browser.text).toContain('Vous :');
    expect(browser.text).toContain('L’assistant automatique :');
    await browser.open('/c/demo');
    expect(browser.text).toContain('bonjour');
  });

  it('sends a form that was sent twice once', async () => {
    const browser = await new PlainBrowser(service.url).open('/c/demo');
    const form = browser.form('messages');
    const words = `bonjour ${uuid()}`;
    await Promise.all([browser.post(form, { text: words, action: 'send' }), browser.post(form, { text: words, action: 'send' })]);
    await browser.open('/c/demo');
    expect(browser.html.split(words)).toHaveLength(2);
    expect(await query(service, 'SELECT count(*) AS n FROM event WHERE body LIKE ?', [`%${words}%`])).toEqual([{ n: 1 }]);
  });

  it('keeps the words when it cannot send them, and shows hostile ones as text', async () => {
    const browser = await new PlainBrowser(service.url).open('/c/demo');
    const hostile = '</textarea><script>alert(1)</script>';
    await browser.post({ ...browser.form('messages'), token: 'forged' }, { text: hostile, action: 'send' });
    expect(browser.status).toBe(403);
    expect(browser.html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(browser.html).not.toContain('<script');
    await browser.submit({ text: hostile, action: 'send' });
    expect(browser.status).toBe(200);
    expect(browser.html).not.toContain('<script');
    await browser.submit({ text: '   ', action: 'send' });
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('Écrivez votre question');
    await browser.submit({ text: 'é'.repeat(4001), action: 'send' });
    expect(browser.status).toBe(413);
    expect(browser.html).toContain('é'.repeat(4001));
  });

  it('takes no form of another site, nor of another visitor', async () => {
    const mine = await new PlainBrowser(service.url).open('/c/demo');
    const theirs = await new PlainBrowser(service.url).open('/c/demo');
    await theirs.submit({ text: 'bonjour', action: 'send' });
    await theirs.post({ ...theirs.form('messages'), token: mine.form('messages')['token']! }, { text: 'glissé', action: 'send' });
    expect(theirs.status).toBe(403);
    const cross = await http(service.url, '/c/demo/messages', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://evil.example' },
      body: 'text=x',
    });
    expect(cross.status).toBe(403);
    expect(cross.headers.get('set-cookie')).toBeNull();
    expect(await query(service, "SELECT count(*) AS n FROM event WHERE body LIKE '%glissé%'")).toEqual([{ n: 0 }]);
  });

  it('asks for a person, reloads by itself only meanwhile, and can be told to stand still', async () => {
    const browser = await new PlainBrowser(service.url).open('/c/demo');
    await browser.submit({ text: 'bonjour', action: 'send' });
    expect(browser.html).not.toContain('http-equiv');
    await browser.submit({ action: 'human' });
    expect(browser.html).toContain('<meta http-equiv="refresh" content="10">');
    expect(browser.text).toMatch(/Vous êtes à la place \d+ dans la file/);
    await browser.open('/c/demo?pause=1');
    expect(browser.html).not.toContain('http-equiv');
    await browser.submit({ action: 'cancel' });
    expect(browser.text).toContain('de nouveau avec l');
    expect(browser.html).not.toContain('http-equiv');
  });

  it('takes a contact to call back, and says what is missing', async () => {
    const browser = await new PlainBrowser(service.url).open('/c/demo');
    await browser.submit({ action: 'human' });
    await browser.post(browser.form('rappel'), { name: 'Zoé', email: 'pas une adresse', consent: 'yes' });
    expect(browser.status).toBe(400);
    expect(browser.html).toContain('value="Zoé"');
    expect(browser.html).toContain('aria-invalid="true"');
    await browser.post(browser.form('rappel'), { name: 'Zoé', email: 'zoe@valclair.example' });
    expect(browser.status).toBe(400);
    await browser.post(browser.form('rappel'), { name: 'Zoé', email: 'zoe@valclair.example', consent: 'yes' });
    expect(browser.status).toBe(200);
    expect(browser.text).toContain('Votre demande de rappel est enregistrée');
    expect(browser.html).not.toContain('zoe@valclair.example');
  });

  it('ends and erases, and then begins another conversation', async () => {
    const browser = await new PlainBrowser(service.url).open('/c/demo');
    await browser.submit({ text: 'je suis Zéphyrine', action: 'send' });
    await browser.submit({ action: 'erase' });
    expect(browser.text).toContain('ont été effacés');
    expect(browser.text).not.toContain('Zéphyrine');
    await browser.submit({ text: 'bonjour encore', action: 'send' });
    expect(browser.text).toContain('bonjour encore');
    expect(browser.text).not.toContain('ont été effacés');
    await browser.submit({ action: 'end' });
    expect(browser.text).toContain('Cette conversation est terminée');
  });

  it('is there in English, and keeps the language', async () => {
    const browser = await new PlainBrowser(service.url).open('/c/demo?lang=en');
    expect(browser.html).toContain('<html lang="en">');
    await browser.submit({ text: 'hello', action: 'send' });
    expect(browser.html).toContain('<html lang="en">');
    expect(browser.text).toContain('The automatic assistant');
  });

  it('has labels, headings, a skip link and a title on every page', async () => {
    for (const path of [
      '/',
      '/c/demo',
      '/c/demo/donnees-personnelles',
      '/c/demo/mentions-legales',
      '/c/demo/accessibilite',
      '/c/ailleurs',
    ]) {
      const { html } = await new PlainBrowser(service.url).open(path);
      expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]{5,}<\/title>/);
      expect(html).toContain('<a class="skip" href="#contenu">');
      expect(html).toMatch(/<main id="contenu"/);
      for (const [, id] of html.matchAll(/<(?:textarea|input)[^>]*\sid="([^"]+)"/g)) expect(html).toContain(`<label for="${id}">`);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('says who keeps the data, for how long, and who to turn to', async () => {
    const { text } = await new PlainBrowser(service.url).open('/c/demo/donnees-personnelles');
    for (const part of ['mission d’intérêt public', '30 jours', '90 jours', 'dpo@valclair.example', 'CNIL', 'effacer'])
      expect(text).toContain(part);
    const accessibility = await new PlainBrowser(service.url).open('/c/demo/accessibilite');
    for (const part of ['partiellement conforme', 'RGAA', 'Défenseur des droits']) expect(accessibility.text).toContain(part);
  });
});

describe('the transcript', () => {
  it('is a text file of one’s own conversation', async () => {
    const zoe = await citizen(service.url);
    await zoe.say('bonjour de Zoé');
    const file = await http(service.url, `/api/citizen/transcript?conversation=${zoe.conversationId}`, { token: zoe.token });
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="conversation-\d{4}-\d\d-\d\d\.txt"$/);
    expect(file.text).toMatch(/Vous\nbonjour de Zoé/);
    expect(file.text).toContain('Assistant automatique');
    expect((await http(service.url, '/api/citizen/transcript', { token: zoe.token })).text).toBe(file.text);
    await zoe.close();
  });

  it('of somebody else is not found, and nobody is nobody', async () => {
    const zoe = await citizen(service.url);
    const other = await openSession(service.url);
    const path = `/api/citizen/transcript?conversation=${zoe.conversationId}`;
    expect((await http(service.url, path, { token: other })).status).toBe(404);
    expect((await http(service.url, path)).status).toBe(401);
    expect((await http(service.url, '/api/citizen/transcript?conversation=x', { token: zoe.token })).status).toBe(400);
    await zoe.close();
  });
});

describe('a session of the widget', () => {
  it('ends with its sockets', async () => {
    const zoe = await citizen(service.url);
    const closed = new Promise((resolve) => zoe.socket.socket.once('disconnect', resolve));
    expect((await http(service.url, '/api/citizen/session', { method: 'DELETE', token: zoe.token })).status).toBe(204);
    await closed;
    expect((await http(service.url, '/api/citizen/transcript', { token: zoe.token })).status).toBe(401);
    expect((await http(service.url, '/api/citizen/session', { method: 'DELETE', token: zoe.token })).status).toBe(204);
  });

  it('is not opened for a site that does not exist', async () => {
    expect((await http(service.url, '/api/citizen/session', { body: { site: 'ailleurs' } })).status).toBe(404);
    expect((await http(service.url, '/api/citizen/site/ailleurs')).status).toBe(404);
  });
});

describe('the files of the widget', () => {
  it('are compressed, and not sent again when they did not change', async () => {
    for (const path of ['/w/v1/loader.js', '/w/assets/widget.js', '/w/pages.css']) {
      const first = await http(service.url, path, { headers: { 'Accept-Encoding': 'gzip' } });
      expect({ path, status: first.status }).toEqual({ path, status: 200 });
      expect(first.headers.get('vary')).toContain('Accept-Encoding');
      const again = await http(service.url, path, { headers: { 'If-None-Match': first.headers.get('etag')! } });
      expect({ path, status: again.status, text: again.text }).toEqual({ path, status: 304, text: '' });
    }
  });
});
