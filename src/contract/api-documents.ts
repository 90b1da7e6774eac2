import { z } from 'zod';
import { citizenCalls } from './citizen.js';
import { ERROR_CODES } from './codes.js';
import { HTTP_CALLS, type HttpCall } from './http-calls.js';
import { staffCalls } from './staff.js';

type Json = Record<string, unknown>;
const schemaOf = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;

const REFUSAL: Json = {
  type: 'object',
  required: ['ok', 'code'],
  properties: { ok: { const: false }, code: { enum: [...ERROR_CODES] }, retryInMs: { type: 'integer' } },
};
const SECURITY: Record<HttpCall['who'], Json[]> = { anyone: [], page: [], citizen: [{ citizen: [] }], staff: [{ staff: [] }] };

function operation({ path, summary, who, body, query }: HttpCall): Json {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const properties = query === undefined ? {} : ((schemaOf(query)['properties'] ?? {}) as Record<string, Json>);
  const inQuery = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
  const type = who === 'page' ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    summary,
    security: SECURITY[who],
    parameters: [...inPath, ...inQuery],
    ...(body === undefined ? {} : { requestBody: { required: true, content: { [type]: { schema: schemaOf(body) } } } }),
    responses: {
      '2XX': { description: 'Taken' },
      default: { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
    },
  };
}

/** OpenAPI 3.1 of every HTTP route, from the schemas that parse the calls. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const call of HTTP_CALLS) (paths[call.path] ??= {})[call.method] = operation(call);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guichet',
      version,
      description: 'State-changing calls under /api need `X-Guichet: 1` and an Origin of the service itself.',
    },
    paths,
    components: {
      schemas: { Refusal: REFUSAL },
      securitySchemes: {
        citizen: { type: 'apiKey', in: 'cookie', name: 'guichet-citizen' },
        staff: { type: 'apiKey', in: 'cookie', name: 'guichet-staff' },
      },
    },
  };
}

/** AsyncAPI 3 of both namespaces: each call of the contract is a message that the service receives and acknowledges. */
export function asyncApiDocument(version: string): Json {
  const channels: Json = {};
  const operations: Json = {};
  for (const [name, calls] of Object.entries({ citizen: citizenCalls, staff: staffCalls })) {
    const messages = Object.entries(calls).map(([event, schema]) => [event.replace(':', '-'), { name: event, payload: schemaOf(schema) }]);
    channels[name] = { address: `/${name}`, messages: Object.fromEntries(messages) as Json };
    for (const [id] of messages as [string, Json][])
      operations[`${name}-${id}`] = {
        action: 'receive',
        channel: { $ref: `#/channels/${name}` },
        messages: [{ $ref: `#/channels/${name}/messages/${id}` }],
      };
  }
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Guichet over Socket.IO',
      version,
      description: 'Every call but `typing` is acknowledged within 5 s by `{ok: true, …}` or a refusal.',
    },
    channels,
    operations,
    components: { schemas: { Refusal: REFUSAL } },
  };
}
