import type { Report } from '../check-content.js';
import type { Review, FicheReview, Pair } from './review.js';
import { STYLES, type Style } from './style.js';

/** A fiche that says every second content word by its title teaches little: read on the pack, where the median is a fifth. */
const TITLE_SHARE = 0.5;
/** A fiche of so many lines says them in more than one way. */
const MANY_LINES = 6;
const ONE_STYLE = 0.8;

const STYLE_NAMES: Record<Style, string> = {
  english: 'en anglais',
  misspelt: 'mal orthographiées',
  situation: 'de situation',
  formal: 'soutenues',
  spoken: 'parlées',
  keywords: 'de mots-clés',
  plain: 'neutres',
};
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What a review found wrong, as warnings: each a guess that somebody who knows the subject decides on. */
export function checkWords({ fiches, overlaps, openings }: Review, report: Report): void {
  for (const pair of overlaps) reportPair(pair, 'words-overlap', report);
  for (const review of fiches) checkFiche(review, report);
  for (const { words, lines, share } of openings) {
    const message = `${lines.length} formulations de « ${lines[0]!.fiche.collection} » commencent par « ${words}… » (${percent(share)})`;
    report('warning', 'words-opening', message, { place: lines[0]!.place() });
  }
}

function checkFiche({ fiche: { place }, lines, styles, title, repeats, template }: FicheReview, report: Report): void {
  for (const pair of repeats) reportPair(pair, 'words-repeat', report);
  if (template !== undefined) {
    const message = `${template.lines.length} formulations sur ${lines.length} commencent par « ${template.words}… »`;
    report('warning', 'words-template', message, { place: template.lines[0]!.place() });
  }
  if (lines.length < MANY_LINES) return;
  if (title !== undefined && title.share >= TITLE_SHARE)
    report('warning', 'words-title', `${percent(title.share)} des mots des formulations sont déjà ceux du titre`, { place });
  const style = STYLES.find((each) => styles[each] >= ONE_STYLE * lines.length);
  if (style !== undefined)
    report('warning', 'words-style', `${styles[style]} formulations sur ${lines.length} sont ${STYLE_NAMES[style]}`, { place });
}

function reportPair({ score, one, other }: Pair, code: string, report: Report): void {
  const { file, line } = other.place();
  const whose = one.fiche === other.fiche ? '' : ` de « ${other.fiche.id} »`;
  const message = `« ${one.text} » dit la même chose que « ${other.text} »${whose} (${file}:${line}, ${percent(score)})`;
  report('warning', code, message, { place: one.place() });
}
