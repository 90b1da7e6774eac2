import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { CallRefused } from './api/call.js';
import { sessionQuery } from './api/session.js';
import { router } from './routes.js';
import { theme } from './theme/mantine.js';
import { useSchemeOfTokens } from './theme/scheme.js';

const queries: QueryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => failures < 2 && !(error instanceof CallRefused && error.status >= 400 && error.status < 500) },
  },
  queryCache: new QueryCache({
    // A session that ended while a screen was open: every screen learns it, and the sign-in page takes over.
    onError: (error) => {
      if (error instanceof CallRefused && error.code === 'auth') queries.setQueryData(sessionQuery.queryKey, null);
    },
  }),
});

function Scheme({ children }: { children: ReactNode }) {
  useSchemeOfTokens();
  return children;
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      {/* Mantine's <style> elements stay off: the CSP takes none. console.css holds their values. */}
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <Scheme>
          {/* At the foot of the right column: over nothing that one presses. */}
          <Notifications position="bottom-right" containerWidth={310} autoClose={4000} />
          <RouterProvider router={router} />
        </Scheme>
      </MantineProvider>
    </QueryClientProvider>
  );
}
