import type { Facet, Lang } from '../contract/index.js';
import { EN } from './texts.en.js';
import { FR } from './texts.fr.js';

/** The bot's own lines, in one language. */
export interface Texts {
  facets: Record<Facet, string>;
  /** Before a French answer to somebody who reads English; empty in French. */
  answeredInFrench: string;
  notMyQuestion: string;
  noneOfThese: string;
  readMore: string;
  askPerson: string;
  dontKnow: string;
  whichSubject: string;
  closest: string;
  closestDeclined: string;
  orSayOtherwise: string;
  whichSituation: string;
  findMine: string;
  walkOpens: string;
  walkEnd: string;
  walkEnds: string;
  stepBack: string;
  yourAnswers: string;
  myList: string;
  listTitle: string;
  listAssumed: string;
  listForAll: string;
  listOnlyFor: string;
  listCut: string;
  alsoAsked: string;
  orElse: string;
  twoRequests: string;
  notUnderstood: { before: string; behind: string };
  factOf: string;
  masked: string;
  smallTalk: string;
  emergency: string;
  emergencyNote: string;
  declined: string;
  notSure: string;
  canHelpWith: string;
  rephrase: string;
  handedOffAsked: string;
  handedOffUnsure: string;
  handedOffComplaint: string;
  handedOffSensitive: string;
  handedOffBotOff: string;
  serviceClosed: string;
  failed: string;
  ended: string;
  other: string;
}
export const textsOf = (lang: Lang): Texts => (lang === 'en' ? EN : FR);
