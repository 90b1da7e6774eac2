import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A quiet sentence where there is nothing to show. */
export function EmptyState({ title, icon, children }: { title: string; icon?: ReactNode; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" p="xl" ta="center" c="dimmed">
      {icon}
      <Text fw={600} c="var(--g-text)">
        {title}
      </Text>
      {children !== undefined && <Text size="sm">{children}</Text>}
    </Stack>
  );
}
