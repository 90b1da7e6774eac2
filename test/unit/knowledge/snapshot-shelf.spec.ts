import { afterAll, describe, expect, it } from '@jest/globals';
import { utimesSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SnapshotShelf } from '../../../src/knowledge/snapshot-shelf.js';
import { readConfig } from '../../../src/platform/config.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';

describe('the shelf of built snapshots', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach(removeFolder));
  const shelfOf = () => {
    const folder = temporaryFolder();
    folders.push(folder);
    return { shelf: new SnapshotShelf(readConfig({ GUICHET_DATA: folder })), files: join(folder, 'snapshots') };
  };
  let second = 0;
  /** Puts one there, the next second: files that were used at the same time have no order. */
  const keep = ({ shelf, files }: ReturnType<typeof shelfOf>, id: string) => {
    shelf.keep(id, Buffer.from(id));
    const name = readdirSync(files).find((each) => each.startsWith(`${id}-`))!;
    utimesSync(join(files, name), ++second, second);
  };

  it('gives back what was put there, and nothing for what was not', () => {
    const place = shelfOf();
    keep(place, 'a');
    expect(Buffer.from(place.shelf.find('a')!).toString()).toBe('a');
    expect(place.shelf.find('b')).toBeUndefined();
  });

  it('keeps what is live and what was before it, however many drafts are tried', () => {
    const place = shelfOf();
    for (const id of ['before', 'live']) keep(place, id);
    place.shelf.hold(['before', 'live']);
    for (const id of ['draft1', 'draft2', 'draft3', 'draft4']) keep(place, id);
    expect(['before', 'live', 'draft3', 'draft4'].filter((id) => place.shelf.find(id) !== undefined)).toEqual(['before', 'live', 'draft4']);
  });

  it('keeps the three that were used last while it is told of none that is live', () => {
    const place = shelfOf();
    for (const id of ['a', 'b', 'c', 'd']) keep(place, id);
    expect(['a', 'b', 'c', 'd'].filter((id) => place.shelf.find(id) !== undefined)).toEqual(['b', 'c', 'd']);
  });
});
