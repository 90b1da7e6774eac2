import type { Block } from '../../src/contract/blocks.js';
import { useWidget } from './context.js';
import { OutLink } from './out-link.js';

type Contact = Extract<Block, { type: 'contact' }>;

/** Where to go, and how to reach it without a computer. */
export function ContactCard({ contact }: { contact: Contact }) {
  const { texts } = useWidget();
  const { name, address, phone, hours, url, email } = contact;
  return (
    <address class="contact" lang="fr">
      <p class="contact-name">{name}</p>
      {address && <p>{address}</p>}
      {phone && (
        <p>
          {texts.contactPhone} : <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
        </p>
      )}
      {email && /^[^\s@?&]+@[^\s@?&]+$/.test(email) && (
        <p>
          {texts.contactEmail} : <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {hours && (
        <p>
          {texts.contactHours} : {hours}
        </p>
      )}
      {url && (
        <p>
          {texts.contactSite} :{' '}
          <OutLink url={url} host>
            {name}
          </OutLink>
        </p>
      )}
    </address>
  );
}
