import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { Actor, Allow, StaffGuard, type ActorValue } from '../accounts/index.js';
import { cannedReplyInput, type CannedReply } from '../contract/index.js';
import { orRefuse, parsed } from '../platform/http-refusal.js';
import { CannedReplies } from './canned-replies.js';

const id = z.uuid();

@Controller('api/staff/desk/canned')
@UseGuards(StaffGuard)
@Allow('agent', 'supervisor')
export class CannedController {
  constructor(private readonly replies: CannedReplies) {}

  @Get()
  async list(@Actor() actor: ActorValue): Promise<{ replies: CannedReply[] }> {
    return { replies: await this.replies.list(actor) };
  }

  @Post()
  async add(@Actor() actor: ActorValue, @Body() body: unknown): Promise<CannedReply> {
    return orRefuse(await this.replies.add(actor, parsed(cannedReplyInput, body))).reply;
  }

  @Put(':id')
  async change(@Actor() actor: ActorValue, @Param('id') of: string, @Body() body: unknown): Promise<CannedReply> {
    return orRefuse(await this.replies.change(actor, parsed(id, of), parsed(cannedReplyInput, body))).reply;
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Actor() actor: ActorValue, @Param('id') of: string): Promise<void> {
    orRefuse(await this.replies.remove(actor, parsed(id, of)));
  }
}
