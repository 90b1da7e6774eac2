import { AuditLog } from '../accounts/index.js';
import type { Ground } from '../platform/platform.module.js';
import { ContentStore } from './content-store.js';
import { CurrentSnapshot } from './current-snapshot.js';
import { FolderExport } from './export-folder.js';
import { FolderImport } from './import-folder.js';
import { ContentCheckGate } from './publish-gate.js';
import { Publishing } from './publishing.js';
import { Release } from './release.js';
import { Seed } from './seed.js';
import { SnapshotBuilder } from './snapshot-builder.js';
import { SnapshotShelf } from './snapshot-shelf.js';

/** The content of an installation without the service around it: for commands and benches. */
export interface OpenContent {
  store: ContentStore;
  imports: FolderImport;
  exports: FolderExport;
  publishing: Publishing;
  snapshots: CurrentSnapshot;
  seed: Seed;
}

/** `await content.seed.run(); await content.snapshots.refresh()` makes `content.snapshots.get()` the published snapshot. */
export function contentOn({ config, database, clock, log }: Ground): OpenContent {
  const store = new ContentStore(database);
  const builder = new SnapshotBuilder(new SnapshotShelf(config));
  const snapshots = new CurrentSnapshot(store, builder, log);
  const release = new Release(database, store, builder, new ContentCheckGate(), snapshots, new AuditLog(database, clock), clock);
  const imports = new FolderImport(database, store, release, clock);
  return {
    store,
    imports,
    exports: new FolderExport(store),
    publishing: new Publishing(store, release),
    snapshots,
    seed: new Seed(config, store, imports, log),
  };
}
