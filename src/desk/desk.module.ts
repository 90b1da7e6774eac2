import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ConversationModule } from '../conversation/index.js';
import { KnowledgeModule } from '../knowledge/index.js';
import { AgentMessages } from './agent-messages.js';
import { ArticleLookup } from './article-lookup.js';
import { Briefing } from './brief.js';
import { CallbackMail } from './callback-mail.js';
import { CannedController } from './canned.controller.js';
import { CannedReplies } from './canned-replies.js';
import { Claim } from './claim.js';
import { ConsoleController } from './console.controller.js';
import { DeskController } from './desk.controller.js';
import { Leases } from './leases.js';
import { LetGo } from './let-go.js';
import { MailJobs } from './mail-jobs.js';
import { NoteData } from './note-data.js';
import { Notes } from './notes.js';
import { Overview } from './overview.js';
import { PrivacyModule } from '../privacy/index.js';
import { PresenceModule } from './presence.module.js';
import { QueueItems } from './queue-items.js';
import { QueueWatch } from './queue-watch.js';
import { SearchConversations } from './search-conversations.js';
import { StaffGateway } from './staff.gateway.js';
import { StaffRooms } from './staff-rooms.js';
import { StaffSockets } from './staff-sockets.js';
import { SuggestArticles } from './suggest-articles.js';
import { Sweep } from './sweep.js';
import { SwitchesController } from './switches.controller.js';
import { TryController } from './try.controller.js';
import { TryQuestion } from './try-question.js';
import { ViewConversation } from './view-conversation.js';

/** The human side: who is there, the queue, the claim, what agents say and how they let go. */
@Module({
  imports: [AccountsModule, ConversationModule, KnowledgeModule, PresenceModule, PrivacyModule],
  controllers: [CannedController, ConsoleController, DeskController, SwitchesController, TryController],
  providers: [
    AgentMessages,
    ArticleLookup,
    Briefing,
    CallbackMail,
    CannedReplies,
    Claim,
    Leases,
    LetGo,
    MailJobs,
    NoteData,
    Notes,
    Overview,
    QueueItems,
    QueueWatch,
    SearchConversations,
    StaffGateway,
    StaffRooms,
    StaffSockets,
    SuggestArticles,
    Sweep,
    TryQuestion,
    ViewConversation,
  ],
})
export class DeskModule {}
