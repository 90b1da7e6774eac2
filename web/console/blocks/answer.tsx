import { useTranslation } from 'react-i18next';
import type { Source } from '../../../src/contract/blocks.js';
import type { AnswerBody, Why } from '../../../src/contract/events.js';
import { useDates } from '../texts/dates.js';
import { Blocks } from './blocks.js';
import { OutLink } from './inlines.js';

/** A whole answer of the robot: blocks, choices, source and why. */
export function Answer({ answer, lang }: { answer: AnswerBody; lang?: string }) {
  const { t } = useTranslation();
  return (
    <div className="answer" lang={lang}>
      <Blocks blocks={answer.blocks} />
      {answer.choices !== undefined && answer.choices.length > 0 && (
        <ul className="choices" aria-label={t('blocks.choices')}>
          {answer.choices.map((choice) => (
            <li key={choice.id}>{choice.label}</li>
          ))}
        </ul>
      )}
      {answer.sources !== undefined && <Sources sources={answer.sources} />}
      {answer.why !== undefined && <WhyThis why={answer.why} />}
    </div>
  );
}

export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  return sources.map((source) => (
    <p key={source.url} className="source">
      {t('blocks.sources')} : <OutLink url={source.url}>{source.name}</OutLink>
      {source.checkedOn !== '' && <> · {t('blocks.checkedOn', { date: dates.day(source.checkedOn) })}</>}
    </p>
  ));
}

function WhyThis({ why }: { why: Why }) {
  const { t } = useTranslation();
  return (
    <details className="why">
      <summary>{t('blocks.why')}</summary>
      <ul>
        <li>{t('blocks.confidence', { percent: String(Math.round(why.confidence * 100)) })}</li>
        {why.terms.length > 0 && <li>{t('blocks.terms', { terms: why.terms.join(', ') })}</li>}
        {why.runnerUp !== undefined && <li>{t('blocks.runnerUp', { title: why.runnerUp.title })}</li>}
        <li>{t('blocks.snapshot', { snapshot: why.snapshot })}</li>
      </ul>
    </details>
  );
}
