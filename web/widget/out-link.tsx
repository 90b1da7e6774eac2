import type { ComponentChildren } from 'preact';
import { useWidget } from './context.js';

interface Props {
  url: string;
  children: ComponentChildren;
  class?: string;
  /** Shows where the link leads, for addresses that are not ours. */
  host?: boolean;
}
/** Leaves the frame: a new tab, said as such, that learns nothing of where it was opened. Other schemes than http stay text. */
export function OutLink({ url, children, class: name, host }: Props) {
  const { texts } = useWidget();
  const target = safe(url);
  if (!target) return <span class={name}>{children}</span>;
  return (
    <a class={name} href={target.href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
      {host && <span class="host"> {target.hostname.replace(/^www\./, '')}</span>}
      <span class="hidden"> {texts.newTab}</span>
    </a>
  );
}

function safe(url: string): URL | undefined {
  try {
    const target = new URL(url, window.location.href);
    if (url === '') return undefined;
    return target.protocol === 'https:' || target.protocol === 'http:' ? target : undefined;
  } catch {
    return undefined;
  }
}
