import 'reflect-metadata';
import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import { AppModule } from '../../src/app.module.js';
import type { Ground } from '../../src/platform/platform.module.js';

type ModuleRef = Type | DynamicModule;

/** A route as Nest's decorators declare it. */
export interface Route {
  method: string;
  /** "/api/staff/accounts/:id" */
  path: string;
  controller: Type;
  handler: (...values: never[]) => unknown;
}

/** Every route of the service, found by walking its modules: nothing can be forgotten in a list. */
export function routes(): Route[] {
  return controllersOf(AppModule.on({} as Ground), new Set()).flatMap((controller) => routesOf(controller));
}

/** The classes that a module and everything it imports declare under a key ("controllers", "providers"). */
function controllersOf(module: ModuleRef, seen: Set<unknown>): Type[] {
  const type = 'module' in module ? module.module : module;
  if (seen.has(type)) return [];
  seen.add(type);
  const declared = <T>(key: 'imports' | 'controllers'): T[] => [
    ...((Reflect.getMetadata(key, type) as T[] | undefined) ?? []),
    ...('module' in module ? ((module[key] ?? []) as T[]) : []),
  ];
  return [...declared<Type>('controllers'), ...declared<ModuleRef>('imports').flatMap((one) => controllersOf(one, seen))];
}

function routesOf(controller: Type): Route[] {
  const bases = paths(Reflect.getMetadata('path', controller));
  const names = Object.getOwnPropertyNames(controller.prototype).filter((name) => name !== 'constructor');
  return names.flatMap((name) => {
    const handler = (controller.prototype as Record<string, Route['handler']>)[name]!;
    const declared = typeof handler === 'function' ? (Reflect.getMetadata('path', handler) as string | string[] | undefined) : undefined;
    if (declared === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
    return bases.flatMap((base) => paths(declared).map((path) => ({ method, path: join(base, path), controller, handler })));
  });
}

const paths = (path: string | string[] | undefined): string[] => (Array.isArray(path) ? path : [path ?? '']);
const join = (...parts: string[]) =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
