import type { Why } from '../../src/contract/events.js';
import { useWidget } from './context.js';

/** The evidence, in words first: what was recognised, what came second, how sure, from which version. */
export function WhyThis({ why }: { why: Why }) {
  const { texts } = useWidget();
  const level = why.confidence >= 0.85 ? 'high' : why.confidence >= 0.6 ? 'medium' : 'low';
  const rows: [string, string | undefined][] = [
    [texts.whyTerms, why.terms.join(', ')],
    [texts.whyRunnerUp, why.runnerUp?.title],
    [texts.whyConfidence, `${texts.confidence[level]} (${texts.percent(Math.round(why.confidence * 100))})`],
    [texts.whyVersion, why.snapshot.slice(0, 12)],
  ];
  return (
    <details class="why">
      <summary>{texts.why}</summary>
      <p>{texts.whyHow}</p>
      <dl>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
