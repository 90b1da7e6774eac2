import type { ReactNode } from 'react';
import './page.css';

/** A table that scrolls inside its own box, by the keyboard too. */
export function TableBox({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section className={className ?? 'table-box'} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
