import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/index.js';
import { PrivacyModule } from '../privacy/index.js';
import { Announcer } from './announcer.js';
import { AskHuman } from './ask-human.js';
import { CitizenController } from './citizen.controller.js';
import { CitizenGateway } from './citizen.gateway.js';
import { CitizenSessions } from './citizen-session.js';
import { CloseConversation } from './close-conversation.js';
import { ConversationData } from './conversation-data.js';
import { Cursors } from './cursors.js';
import { EventLog } from './event-log.js';
import { Heartbeat } from './heartbeat.js';
import { Idle } from './idle.js';
import { LeaveCallback } from './leave-callback.js';
import { OpenConversation } from './open-conversation.js';
import { FormTokens } from './pages/form-tokens.js';
import { HomeController } from './pages/home.controller.js';
import { PlainConversation } from './pages/plain-conversation.js';
import { PlainController } from './pages/plain.controller.js';
import { StatementsController } from './pages/statements.controller.js';
import { WebAssets } from './pages/web-assets.js';
import { WebController } from './pages/web.controller.js';
import { Queueing } from './queueing.js';
import { ReadLog } from './read-log.js';
import { Sites } from './sites.js';
import { TakeTurn } from './take-turn.js';
import { Transcript } from './transcript.js';
import { WatchInvariants } from './watch-invariants.js';

@Module({
  imports: [KnowledgeModule, PrivacyModule],
  controllers: [CitizenController, HomeController, PlainController, StatementsController, WebController],
  providers: [
    Announcer,
    AskHuman,
    CitizenGateway,
    CitizenSessions,
    CloseConversation,
    ConversationData,
    Cursors,
    EventLog,
    FormTokens,
    Heartbeat,
    Idle,
    LeaveCallback,
    OpenConversation,
    PlainConversation,
    Queueing,
    ReadLog,
    Sites,
    TakeTurn,
    Transcript,
    WatchInvariants,
    WebAssets,
  ],
  exports: [Announcer, Cursors, EventLog, Queueing, ReadLog, Sites],
})
export class ConversationModule {}
