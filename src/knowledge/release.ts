import { Injectable } from '@nestjs/common';
import { AuditLog } from '../accounts/index.js';
import type { Problem, Published } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { applyChange, type ContentChange } from './content-change.js';
import { ContentStore } from './content-store.js';
import { CurrentSnapshot } from './current-snapshot.js';
import { gateWords } from './gate-words.js';
import type { Manifest } from './manifest.js';
import { PublishGate } from './publish-gate.js';
import { SnapshotBuilder } from './snapshot-builder.js';

/** Who publishes: the id for the audit log, the name for the versions. */
export interface Author {
  id: string;
  name: string;
}
export interface ReleaseOrder {
  /** What is live now, and what shall be. */
  from: string | undefined;
  before: Manifest;
  manifest: Manifest;
  /** Written in the same unit. */
  change: Pick<ContentChange, 'texts' | 'versions' | 'files' | 'adopted'>;
  /** Articles that exist without being in the manifest. */
  alsoKnown: ReadonlySet<string>;
  note: string;
  by: Author;
}
export type Released = { ok: true; published: Published } | { ok: false; code: 'bad'; problems: Problem[] };

/**
 * Puts a manifest live, whole or not at all: check, gate, build, one write unit, swap. Throws ContentMoved when somebody else
 * published meanwhile; the caller reads again.
 */
@Injectable()
export class Release {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly builder: SnapshotBuilder,
    private readonly gate: PublishGate,
    private readonly current: CurrentSnapshot,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async put(order: ReleaseOrder): Promise<Released> {
    const { from, before, manifest, change, alsoKnown, note, by } = order;
    const at = this.clock.now().toISOString();
    const files = await this.store.filesOf(manifest, change.texts);
    this.builder.hold(await this.store.liveIds());
    // Built while it is checked, on the other core: most publications are sound, and somebody waits for them.
    const building = this.builder.build(files);
    building.catch(() => undefined);
    const { content, problems } = await this.builder.examine(files, { today: at.slice(0, 10), alsoKnown });
    const verdict = await this.gate.judge({ content, problems, snapshot: () => building });
    if (!verdict.ok) return { ok: false, code: 'bad', problems: verdict.problems };

    const snapshot = await building;
    const gate = gateWords(snapshot.gate);
    await this.database.write.perform(async (tx) => {
      await applyChange(tx, { at, by: by.name, ...change, snapshot: { from, before, id: snapshot.id, manifest, gate, note } });
      await this.audit.recordWithin(tx, { actor: by.id, action: 'published', object: snapshot.id });
    });
    this.current.swap(snapshot);
    return { ok: true, published: { snapshot: snapshot.id, articles: manifest.articles.length, at } };
  }
}
