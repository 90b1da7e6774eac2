import { pageUrl, type Audience } from './addresses.js';
import type { Skips } from './skips.js';

/** What converting a part of a page needs to know of the page. */
export interface Page {
  id: string;
  audience: Audience;
  /** Origin of the official site. */
  site: string;
  skips: Skips;
}

export const urlOf = ({ site, audience: own }: Page, id: string, audience: Audience = own): string => pageUrl(site, audience, id);
