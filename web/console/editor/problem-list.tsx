import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Problem } from '../../../src/contract/http.js';

interface ProblemListProps {
  problems: readonly Problem[];
  /** Inside an article: leads to the line. Elsewhere each problem leads to its article. */
  goTo?(line: number): void;
}

/** What the content check found: errors first, each with its line. */
export function ProblemList({ problems, goTo }: ProblemListProps) {
  const { t } = useTranslation();
  const sorted = [...problems].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (problems.length === 0)
    return (
      <p className="problem-none">
        <IconCircleCheck aria-hidden size={18} />
        {t('editor.problems.none')}
      </p>
    );
  return (
    <>
      <output className="panel-soft">
        {t('editor.problems.errors', { count: errors })}, {t('editor.problems.warnings', { count: problems.length - errors })}
      </output>
      <ul className="problems">
        {sorted.map((problem, index) => (
          <li key={index} data-severity={problem.severity}>
            {problem.severity === 'error' ? <IconCircleX aria-hidden size={18} /> : <IconAlertTriangle aria-hidden size={18} />}
            <span>
              <span className="hidden-text">{t(`editor.problems.${problem.severity}`)} : </span>
              {problem.message} <Where problem={problem} goTo={goTo} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Where({ problem, goTo }: { problem: Problem; goTo?: (line: number) => void }) {
  const { t } = useTranslation();
  const { line, article, message, file } = problem;
  if (!goTo) {
    const place = `${article ?? file ?? ''}${line === undefined ? '' : `:${line}`}`;
    return article === undefined ? <code>{place}</code> : <Link to={`/articles/edit/${article}`}>{place}</Link>;
  }
  if (line === undefined) return null;
  return (
    <button
      type="button"
      className="problem-line"
      aria-label={t('editor.problems.goTo', { line: String(line), message })}
      onClick={() => goTo(line)}
    >
      {t('editor.problems.line', { line: String(line) })}
    </button>
  );
}
