import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Snapshot } from '../matching/index.js';
import { Log } from '../platform/logging.js';
import { ContentStore } from './content-store.js';
import type { Manifest } from './manifest.js';
import { SnapshotBuilder } from './snapshot-builder.js';

/** How often a process looks whether another one has published. With the time to build, within 5 s. */
const LOOK_EVERY_MS = 3000;

/** The published version that citizens are answered from, swapped whole; and older ones, to see an answer as it was given. */
@Injectable()
export class CurrentSnapshot implements OnModuleDestroy {
  private current: Snapshot | undefined;
  /** The one before: answers given a moment ago are asked about most. */
  private previous: Snapshot | undefined;
  private readonly older = new Map<string, Promise<Snapshot | undefined>>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly store: ContentStore,
    private readonly builder: SnapshotBuilder,
    private readonly log: Log,
  ) {}

  get ready(): boolean {
    return this.current !== undefined;
  }
  get(): Snapshot {
    if (this.current === undefined) throw new Error('no snapshot has been published yet');
    return this.current;
  }

  swap(snapshot: Snapshot): void {
    if (snapshot.id !== this.current?.id) this.previous = this.current;
    this.current = snapshot;
    this.builder.hold([this.previous, snapshot].flatMap((each) => each?.id ?? []));
    this.log.event('snapshot.live', { snapshot: snapshot.id, articles: snapshot.articles.size });
  }

  /** Any published snapshot, rebuilt from its manifest when it is neither the current nor the previous one. */
  async byId(id: string): Promise<Snapshot | undefined> {
    if (this.current?.id === id) return this.current;
    if (this.previous?.id === id) return this.previous;
    const known = this.older.get(id);
    if (known !== undefined) return known;
    this.older.clear();
    const rebuilt = this.rebuild(id);
    this.older.set(id, rebuilt);
    return rebuilt;
  }

  /** Takes what is published, now; `follow` keeps doing so. */
  async refresh(): Promise<void> {
    const stood = this.current;
    const id = await this.store.currentId();
    if (id === undefined || id === stood?.id) return;
    const snapshot = await this.rebuild(id);
    // A publication of our own that came meanwhile is newer than what was read: it must not be undone.
    if (snapshot !== undefined && this.current === stood) this.swap(snapshot);
  }

  follow(): void {
    this.timer ??= setInterval(() => {
      this.looking ??= this.refresh()
        .catch((error: unknown) => this.log.failure('snapshot.refresh', error))
        .finally(() => (this.looking = undefined));
    }, LOOK_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async rebuild(id: string): Promise<Snapshot | undefined> {
    this.builder.hold(await this.store.liveIds());
    const kept = this.builder.built(id);
    if (kept !== undefined) return kept;
    const row = await this.store.snapshot(id);
    if (row === undefined) return undefined;
    const files = await this.store.filesOf(JSON.parse(row.manifest) as Manifest);
    return this.builder.build(files, id);
  }
}
