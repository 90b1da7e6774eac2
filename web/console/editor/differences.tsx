import { useTranslation } from 'react-i18next';
import { diffLines } from './diff-lines.js';

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

/** An old text with what was added and removed since. */
export function Differences({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  const lines = diffLines(before, after);
  return (
    <>
      {lines.every((line) => line.kind === 'same') && <p>{t('editor.versions.same')}</p>}
      <div className="differences" lang="fr">
        {lines.map((line, index) => (
          <div key={index} data-kind={line.kind}>
            <span aria-hidden>{SIGNS[line.kind]} </span>
            {line.kind !== 'same' && <span className="hidden-text">{t(`editor.versions.${line.kind}`)} : </span>}
            {line.text}
          </div>
        ))}
      </div>
    </>
  );
}
