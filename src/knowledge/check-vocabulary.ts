import { CASE_VARIABLES } from './case-condition.js';
import { unique } from './check-articles.js';
import type { Report } from './check-content.js';
import { sameWording } from './check-wordings.js';
import type { Place } from './problems.js';
import type { ReadContent } from './read-content.js';

/** Words for an age that no figure gives. */
const AGES = ['adult', 'minor'];

/** The lexicon and the cues: one form, one meaning; facts of the closed list only. */
export function checkVocabulary(read: ReadContent, report: Report): void {
  unique(read.lexicon, 'concept', report);
  const forms = new Map<string, { concept: string; place: Place }>();
  for (const { value: concept, place } of read.lexicon) {
    for (const form of new Set([concept.label, ...concept.forms].map(sameWording))) {
      const other = forms.get(form);
      if (other === undefined) forms.set(form, { concept: concept.id, place });
      else if (other.concept !== concept.id)
        report('warning', 'duplicate-form', `« ${form} » est aussi dans le concept « ${other.concept} » (ligne ${other.place.line})`, {
          place,
        });
    }
  }
  for (const { value: cue, at } of read.factCues) {
    const values = cue.fact === 'age' ? AGES : Object.hasOwn(CASE_VARIABLES, cue.fact) ? CASE_VARIABLES[cue.fact]! : undefined;
    if (values === undefined) report('error', 'condition', `variable inconnue : « ${cue.fact} »`, { place: at(['fact']) });
    else if (!values.includes(cue.value))
      report('error', 'condition', `valeur inconnue pour « ${cue.fact} » : « ${cue.value} » ; possibles : ${values.join(', ')}`, {
        place: at(['value']),
      });
  }
}
