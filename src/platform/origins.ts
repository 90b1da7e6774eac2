import type { IncomingMessage } from 'node:http';
import type { Config } from './config.js';

type Head = Pick<IncomingMessage, 'headers'>;

/** The Origins that are ours: GUICHET_PUBLIC_URL, or this machine with our port when it is unset. Exact matches only. */
export class Origins {
  private readonly ours: Set<string>;

  constructor(config: Config, port: number = config.settings.port) {
    const { publicUrl } = config.settings;
    this.ours = new Set(
      publicUrl === undefined ? ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`) : [new URL(publicUrl).origin],
    );
  }

  isOurs(origin: string | undefined): boolean {
    return origin !== undefined && this.ours.has(origin);
  }

  /**
   * Whether a socket may be opened. Browsers leave Origin out of same-origin GETs, so long polling without one passes when
   * the browser itself says `Sec-Fetch-Site: same-origin`; a websocket without an Origin never does.
   */
  allowsSocket({ headers }: Head): boolean {
    if (headers.origin !== undefined) return this.isOurs(headers.origin);
    return headers['sec-fetch-site'] === 'same-origin' && headers.upgrade === undefined;
  }

  /** State-changing calls: `X-Guichet: 1` keeps plain forms of other sites out, the Origin keeps their scripts out. */
  allowsChange({ headers }: Head): boolean {
    return headers['x-guichet'] === '1' && this.isOurs(headers.origin);
  }
}
