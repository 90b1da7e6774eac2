import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ContentStore } from './content-store.js';
import { CurrentSnapshot } from './current-snapshot.js';
import { DraftSnapshots } from './draft-snapshots.js';
import { Editing } from './editing.js';
import { Editions } from './editions.js';
import { EditorController } from './editor.controller.js';
import { FolderImport } from './import-folder.js';
import { ContentCheckGate, PublishGate } from './publish-gate.js';
import { Publishing } from './publishing.js';
import { Release } from './release.js';
import { ArticleParser } from './article-parser.js';
import { ArticleReviewer } from './review-article.js';
import { Seed } from './seed.js';
import { SnapshotBuilder } from './snapshot-builder.js';
import { SnapshotShelf } from './snapshot-shelf.js';
import { Surroundings } from './surroundings.js';

@Module({
  imports: [AccountsModule],
  controllers: [EditorController],
  providers: [
    ArticleParser,
    ArticleReviewer,
    ContentStore,
    CurrentSnapshot,
    DraftSnapshots,
    Editing,
    Editions,
    FolderImport,
    Publishing,
    Release,
    Seed,
    SnapshotBuilder,
    SnapshotShelf,
    Surroundings,
    { provide: PublishGate, useClass: ContentCheckGate },
  ],
  exports: [ContentStore, CurrentSnapshot, DraftSnapshots, PublishGate, Publishing],
})
export class KnowledgeModule implements OnModuleInit {
  constructor(
    private readonly seed: Seed,
    private readonly snapshots: CurrentSnapshot,
  ) {}

  /** Nobody is answered before there is something to answer from. */
  async onModuleInit(): Promise<void> {
    await this.seed.run();
    await this.snapshots.refresh();
    this.snapshots.follow();
  }
}
