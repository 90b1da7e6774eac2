/** What people may say about themselves, and the values each variable takes: the closed list that `if` may test. */
export const CASE_VARIABLES: Record<string, readonly string[]> = {
  nationality: ['french', 'eu', 'other'],
  place: ['metropole', 'overseas', 'abroad'],
  occupancy: ['tenant', 'owner'],
  furnished: ['yes', 'no'],
  event: ['first', 'renewal', 'expired', 'lost', 'stolen', 'damaged', 'urgent'],
  work: ['employee', 'public', 'self-employed', 'jobseeker', 'student', 'retired'],
  couple: ['single', 'couple', 'married', 'pacs', 'divorced', 'widowed'],
  children: ['yes', 'no'],
  vehicle: ['new', 'used'],
  beneficiary: ['self', 'child', 'other'],
  zone: ['tense', 'normal'],
  disability: ['yes', 'no'],
  contract: ['cdi', 'cdd', 'interim'],
};

/** A condition of a corpus: alternatives of conjunctions over its own variables, which are named by number only. */
const OF_CORPUS = String.raw`T\d+(?:=yes|=unset|!=no)`;
export const CORPUS_CONDITION = new RegExp(`^${OF_CORPUS}(?: (?:and|or) ${OF_CORPUS})*$`);
/** « T10685 » or « here:T10685 », as `Case.sets` says. */
export const SETS = /^(?:here:)?T\d+$/;

const AGE = /^age(>=|<=|>|<)\d{1,3}$/;
const EQUALS = /^([a-z-]+)=([a-z-]+)$/;

/** What is wrong with a condition such as "age>=18 and place=metropole"; undefined when it can be used. */
export function conditionProblem(condition: string): string | undefined {
  for (const part of condition.split(' and ').map((each) => each.trim())) {
    if (AGE.test(part)) continue;
    const [, variable = '', value = ''] = EQUALS.exec(part) ?? [];
    const values = Object.hasOwn(CASE_VARIABLES, variable) ? CASE_VARIABLES[variable] : undefined;
    if (variable === '') return `condition illisible : « ${part} » (par exemple age>=18 and place=metropole)`;
    if (values === undefined)
      return `variable de condition inconnue : « ${variable} » ; possibles : age, ${Object.keys(CASE_VARIABLES).join(', ')}`;
    if (!values.includes(value)) return `valeur inconnue pour « ${variable} » : « ${value} » ; possibles : ${values.join(', ')}`;
  }
  return undefined;
}
