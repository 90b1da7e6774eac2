import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { Allow, StaffGuard } from '../accounts/index.js';
import { tryQuestion, type Tried } from '../contract/index.js';
import { parsed } from '../platform/http-refusal.js';
import { TryQuestion } from './try-question.js';

/** The editors' one route that talks: it needs the dialogue, which the room of articles does not see. */
@Controller('api/staff/editor/try')
@UseGuards(StaffGuard)
@Allow('editor')
export class TryController {
  constructor(private readonly trying: TryQuestion) {}

  @Post()
  @HttpCode(200)
  try(@Body() body: unknown): Promise<Tried> {
    return this.trying.try(parsed(tryQuestion, body));
  }
}
