import { useTranslation } from 'react-i18next';
import type { Tried } from '../../../src/contract/http.js';
import { Answer } from '../blocks/answer.js';

const percent = (share: number): string => String(Math.round(share * 100));

/** The answer as a citizen reads it, and the candidates behind it with their scores. */
export function TriedView({ tried }: { tried: Tried }) {
  const { t } = useTranslation();
  const best = Math.max(1, ...tried.candidates.map((candidate) => candidate.score));
  return (
    <>
      <output className="tried-facts">
        <strong>{t('editor.try.outcome', { outcome: t(`conversation.outcome.${tried.answer.outcome}`) })}</strong>
        <span className="num">{t('editor.try.confidence', { percent: percent(tried.confidence) })}</span>
      </output>
      <section aria-label={t('editor.try.answer')} className="preview tried-answer">
        <Answer answer={tried.answer} />
      </section>
      <section>
        <h2 className="tried-title">{t('editor.try.candidates')}</h2>
        {tried.candidates.length === 0 && <p className="panel-soft">{t('editor.try.noCandidate')}</p>}
        <ol className="candidates">
          {tried.candidates.slice(0, 5).map((candidate) => (
            <li key={candidate.article}>
              <span>{candidate.title}</span>
              <span className="num">{candidate.score.toFixed(2)}</span>
              <meter min={0} max={best} value={Math.max(0, candidate.score)} aria-hidden />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
