import { useTranslation } from 'react-i18next';
import type { CallbackItem } from '../../../src/contract/http.js';
import type { Brief } from '../../../src/contract/staff.js';
import type { Outcome } from '../../../src/contract/vocabulary.js';
import { OutLink } from '../blocks/inlines.js';
import { Wait } from '../desk/wait.js';
import { conversation } from '../texts/fr/conversation.js';
import { Panel } from './panel.js';

/** Five lines to read before the first word: question, what was tried, what is known, page, wait. */
export function BriefPanel({ brief, contact }: { brief: Brief; contact?: CallbackItem['contact'] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('conversation.brief.title')}>
      <dl className="brief">
        <dt>{t('conversation.brief.question')}</dt>
        <dd className="brief-question" lang={brief.lang}>
          {brief.question}
        </dd>
        <dt>{t('conversation.brief.tried')}</dt>
        <dd>
          {brief.tried.length === 0 ? (
            t('conversation.brief.triedNothing')
          ) : (
            <ul>
              {brief.tried.map((one, index) => (
                <Tried key={index} tried={one} />
              ))}
            </ul>
          )}
        </dd>
        <dt>{t('conversation.brief.facts')}</dt>
        <dd>{brief.facts.length === 0 ? t('conversation.brief.noFacts') : brief.facts.join(', ')}</dd>
        <dt>{t('conversation.brief.page')}</dt>
        <dd className="brief-page">
          {brief.page === undefined ? (
            t('conversation.brief.noPage')
          ) : (
            <OutLink url={brief.page}>{brief.page.replace(/^https?:\/\//, '')}</OutLink>
          )}
        </dd>
        <dt>{t('conversation.brief.wait')}</dt>
        <dd>
          {brief.waitingSince === undefined ? t('conversation.brief.noWait') : <Wait since={brief.waitingSince} className="brief-wait" />}
        </dd>
        {contact !== undefined && (
          <>
            <dt>{t('conversation.brief.contact')}</dt>
            <dd>
              <Contact contact={contact} />
            </dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

function Tried({ tried }: { tried: Brief['tried'][number] }) {
  const { t } = useTranslation();
  const outcome = tried.outcome in conversation.outcome ? t(`conversation.outcome.${tried.outcome as Outcome}`) : tried.outcome;
  return (
    <li>
      {tried.title ?? tried.article ?? outcome}
      <span className="brief-score">
        {tried.confidence !== undefined && <span className="num">{Math.round(tried.confidence * 100)} %</span>}
        {(tried.title ?? tried.article) !== undefined && <span>{outcome}</span>}
      </span>
    </li>
  );
}

export function Contact({ contact }: { contact: CallbackItem['contact'] }) {
  return (
    <ul className="contact">
      {contact.name !== undefined && <li>{contact.name}</li>}
      {contact.phone !== undefined && (
        <li>
          <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>
        </li>
      )}
      {contact.email !== undefined && (
        <li>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </li>
      )}
    </ul>
  );
}
