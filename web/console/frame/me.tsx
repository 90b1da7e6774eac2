import { createContext, useContext } from 'react';
import type { StaffMe } from '../../../src/contract/http.js';

export const MeContext = createContext<StaffMe | null>(null);

/** The signed-in account; used below the shell only. */
export function useMe(): StaffMe {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside of the shell');
  return me;
}

/** Names of services by id; an id that is gone shows as it is. */
export function useServiceName(): (id: string | undefined) => string {
  const { allServices } = useMe();
  return (id) => allServices.find((service) => service.id === id)?.name ?? id ?? '';
}
