import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { ConversationModule } from './conversation/index.js';
import { DeskModule } from './desk/index.js';
import { CurrentSnapshot, KnowledgeModule } from './knowledge/index.js';
import { ApiDocumentsController } from './platform/api-documents.controller.js';
import { HealthController, Readiness } from './platform/health.controller.js';
import { PlatformModule, type Ground } from './platform/platform.module.js';
import { PrivacyModule } from './privacy/index.js';

/** The house, wired on one screen. */
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.on(ground), AccountsModule, KnowledgeModule, PrivacyModule, ConversationModule, DeskModule],
      controllers: [HealthController, ApiDocumentsController],
      providers: [
        {
          provide: Readiness,
          inject: [CurrentSnapshot],
          useFactory: (snapshots: CurrentSnapshot): Readiness => ({ ready: () => snapshots.ready }),
        },
      ],
    };
  }
}
