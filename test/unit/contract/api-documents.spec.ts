import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asyncApiDocument, openApiDocument } from '../../../src/contract/api-documents.js';
import { HTTP_CALLS } from '../../../src/contract/http-calls.js';
import { citizenCalls, staffCalls } from '../../../src/contract/index.js';

/** The routes that the controllers' decorators declare, as `get /path/{name}`. */
function routesOfTheCode(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.controller.ts'));
  return files.flatMap((name) => {
    const text = readFileSync(join('src', name), 'utf8');
    const base = /@Controller\((?:'([^']*)')?\)/.exec(text)?.[1] ?? '';
    return [...text.matchAll(/@(Get|Post|Put|Patch|Delete)\(\[?(?:'([^']*)')?/g)].map(([, method, path = '']) => {
      const whole = `/${[base, path].filter(Boolean).join('/')}`;
      return `${method!.toLowerCase()} ${whole.replace(/[:*](\w+)/g, '{$1}')}`;
    });
  });
}

describe('the API documents', () => {
  it('name every route of the code, and no other', () => {
    expect(HTTP_CALLS.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routesOfTheCode().sort());
  });

  it('name every socket call of both namespaces', () => {
    const { operations } = asyncApiDocument('1') as { operations: object };
    expect(Object.keys(operations)).toHaveLength(Object.keys(citizenCalls).length + Object.keys(staffCalls).length);
  });

  it('tell what a call takes from the schema that parses it', () => {
    const { paths } = openApiDocument('1') as {
      paths: Record<string, Record<string, { requestBody: { content: Record<string, { schema: { required: string[] } }> } }>>;
    };
    expect(paths['/api/staff/session']!['post']!.requestBody.content['application/json']!.schema.required).toEqual(['email', 'password']);
  });
});
