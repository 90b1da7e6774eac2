import { Outlet } from 'react-router';
import type { Role } from '../../../src/contract/vocabulary.js';
import { holdsOne } from './access.js';
import { useMe } from './me.js';
import { Nowhere } from './nowhere.js';

export function Allowed({ roles }: { roles: readonly Role[] }) {
  return holdsOne(useMe().roles, roles) ? <Outlet /> : <Nowhere />;
}
