import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Role } from '../contract/index.js';
import { refusal } from '../platform/http-refusal.js';
import { requestToken } from '../platform/socket-auth.js';
import { STAFF_COOKIE, StaffSessions, type Actor as ActorValue } from './staff-sessions.js';

const ALLOWED = 'guichet:allowed';
/** Which roles may call a route; without a role, any signed-in account. A route under /api/staff without it is refused. */
export const Allow = (...roles: Role[]) => SetMetadata(ALLOWED, roles);
/** The route is for people who are not signed in. */
export const Anyone = () => SetMetadata(ALLOWED, 'anyone');

type WithActor = Request & { actor?: ActorValue };
/** Who calls, put there by the guard. */
export const Actor = createParamDecorator(
  (_: unknown, context: ExecutionContext): ActorValue => context.switchToHttp().getRequest<WithActor>().actor!,
);

/** Deny by default: a staff route says whom it allows, or nobody comes in. */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: StaffSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<Role[] | 'anyone' | undefined>(ALLOWED, [context.getHandler(), context.getClass()]);
    if (allowed === 'anyone') return true;
    if (allowed === undefined) throw refusal(403, 'auth');
    const request = context.switchToHttp().getRequest<WithActor>();
    const actor = await this.sessions.find(requestToken(request.headers, STAFF_COOKIE));
    if (actor === undefined) throw refusal(401, 'auth');
    if (allowed.length > 0 && !allowed.some((role) => actor.roles.includes(role))) throw refusal(403, 'auth');
    request.actor = actor;
    return true;
  }
}
