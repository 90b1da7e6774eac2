import { Controller, Get } from '@nestjs/common';
import { asyncApiDocument, openApiDocument } from '../contract/api-documents.js';
import { VERSION } from './version.js';

/** The machine-readable contract, made from the schemas that are in force. */
@Controller('api')
export class ApiDocumentsController {
  private readonly openapi = openApiDocument(VERSION);
  private readonly asyncapi = asyncApiDocument(VERSION);

  @Get('openapi.json')
  openApi(): object {
    return this.openapi;
  }

  @Get('asyncapi.json')
  asyncApi(): object {
    return this.asyncapi;
  }
}
