import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';

export interface Asset {
  type: string;
  etag: string;
  plain: Buffer;
  gzipped: Buffer;
  /** The name changes with the content: it may be kept for ever. */
  immutable: boolean;
}
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
const HASHED = /-[\w-]{8}\.\w+$/;
const compress = promisify(gzip);

/** What the build put into dist/web, kept in memory, compressed once. A rebuilt file is read again. */
@Injectable()
export class WebAssets {
  private readonly folder = join(packageFolder(), 'dist', 'web');
  private readonly known = new Map<string, { version: string; asset: Asset }>();

  /** `loader.js` or `assets/<name>`; undefined when there is no such file. */
  async find(path: string): Promise<Asset | undefined> {
    const type = TYPES[extname(path)];
    if (type === undefined || !/^(assets\/)?[\w-][\w.-]*$/.test(path)) return undefined;
    const file = join(this.folder, path);
    const facts = await stat(file).catch(() => undefined);
    if (facts === undefined || !facts.isFile()) return undefined;
    const version = `${facts.mtimeMs} ${facts.size}`;
    const known = this.known.get(path);
    if (known?.version === version) return known.asset;
    const plain = await readFile(file);
    const asset = { ...(await assetOf(plain, type)), immutable: HASHED.test(path) };
    this.known.set(path, { version, asset });
    return asset;
  }
}

export async function assetOf(plain: Buffer, type: string): Promise<Asset> {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { type, etag, plain, gzipped: await compress(plain), immutable: false };
}

/** The folder of the package, wherever the service was started from: from src in tests, from dist when built. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
