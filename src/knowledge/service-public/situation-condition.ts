import { plain } from '../plain.js';

/**
 * What the labels of a choice ask about the person, in the variables that a citizen's words set.
 *
 * A label says something about the person only against its neighbours: « Fonctionnaire » beside « Salarié du privé » does, beside
 * « Contractuel » it parts civil servants from one another. So a variable is used only when at least two labels of the choice give it
 * different values. A label such as « En France » stands for all that its neighbour is not (mainland and overseas), which no conjunction
 * says: it counts as a contrast and bears no condition, so that it remains when the other is ruled out.
 *
 * ["Pour un majeur", "Pour un mineur"] → ["age>=18", "age<18"]; ["En France", "À l'étranger"] → [none, "place=abroad"]
 */
interface Sign {
  label: RegExp;
  variable: string;
  /** Undefined: the rest. */
  value?: string;
}
const of = (variable: string, signs: readonly (readonly [RegExp, string?])[]): Sign[] =>
  signs.map(([label, value]) => ({ label, variable, ...(value === undefined ? {} : { value }) }));

/** How labels open without changing what they say. */
const WHO = String.raw`(?:vous etes (?:un |une )?|si vous etes |pour (?:un |une |le |la |les )?|le |la |les |un |une |cas (?:d'un |d'une |du |de la )|(?:la |une )?personne |(?:l'|un |votre )?enfant (?:est )?)*`;
const whole = (words: string): RegExp => new RegExp(`^${WHO}(?:${words})$`);

const SIGNS: readonly Sign[] = [
  ...of('age', [
    [whole('majeure?s?|adultes?|majeur non protege'), 'age>=18'],
    [whole('mineure?s?'), 'age<18'],
  ]),
  ...of('place', [
    [
      /^(?:demande |si |vous |(?:jeune |personne )?(?:vivant |residant )|(?:etes|habitez|vivez|residez|votez) |residence |depuis )*(?:a )?l'etranger$/,
      'abroad',
    ],
    [/^(?:demande |si |vous |(?:jeune |personne )?(?:vivant |residant )|(?:etes|habitez|vivez|residez|votez) |residence )*en france$/],
    [/^(?:demande |si |vous |(?:etes|habitez|vivez|residez) )*(?:en )?(?:france )?metropol(?:e|itaine)$/, 'metropole'],
    [/^(?:demande |si |vous |(?:etes|habitez|vivez|residez) )*(?:en |dans un departement d'|dom )?outre-mer$/, 'overseas'],
  ]),
  ...of('furnished', [
    [/^(?:en cas de )?(?:logement|location|bail|logement loue|location d'un logement)? ?(?:vide|nue?|non meublee?)$/, 'no'],
    [/^(?:en cas de )?(?:logement|location|bail|logement loue|location d'un logement)? ?meublee?$/, 'yes'],
  ]),
  ...of('occupancy', [
    [whole('locataires?'), 'tenant'],
    [whole('proprietaires?(?: bailleur| occupant)?|bailleurs?'), 'owner'],
  ]),
  ...of('work', [
    [whole('salariee?s?(?: (?:du|dans le) (?:secteur )?prive)?|(?:dans le )?secteur prive|activite salariee'), 'employee'],
    [
      whole('fonctionnaires?|agents? publics?|(?:dans le )?secteur public|(?:dans la )?fonction publique|agent de la fonction publique'),
      'public',
    ],
    [whole('(?:travailleur )?(?:non salarie|independant)e?|activite (?:independante|non salariee)'), 'self-employed'],
    [whole("demandeurs? d'emploi|chomeurs?|au chomage|sans emploi"), 'jobseeker'],
    [whole('etudiante?s?'), 'student'],
    [whole('retraitee?s?|a la retraite'), 'retired'],
  ]),
  ...of('couple', [
    [whole('celibataires?'), 'single'],
    [whole('mariee?s?|mariage|couple marie|en cas de mariage'), 'married'],
    [whole('pacsee?s?|pacs|couple pacse|en cas de pacs'), 'pacs'],
    [whole('concubins?|concubinage|en concubinage|(?:en )?union libre|vivez en concubinage'), 'couple'],
    [whole('divorcee?s?'), 'divorced'],
    [whole('veufs?|veuves?|veuf ou veuve'), 'widowed'],
  ]),
  ...of('nationality', [
    [whole('francais(?:e|\\(e\\))?|de nationalite francaise'), 'french'],
    [whole("europeene?|europeen(?:ne|\\(ne\\))|citoyen(?:ne)? europeen(?:ne)?|ressortissant (?:europeen|de l'ue)"), 'eu'],
    [
      whole(
        "(?:etranger )?non europeen(?:ne)?|(?:etranger )?(?:d'une )?autre nationalite|(?:vous avez )?(?:une autre nationalite|la nationalite d'un autre etat)|etranger d'un autre pays|ressortissant d'un pays tiers",
      ),
      'other',
    ],
    [whole('etrangere?')],
  ]),
  ...of('contract', [
    [/^(?:en )?(?:cdi|contrat a duree indeterminee(?: \(cdi\))?)$/, 'cdi'],
    [/^(?:en )?(?:cdd|contrat a duree determinee(?: \(cdd\))?)$/, 'cdd'],
    [/^(?:en )?(?:interim|contrat de travail temporaire|interimaire)$/, 'interim'],
  ]),
  ...of('event', [
    [/^(?:c'est une |pour une )?(?:1ere|premiere) demande$/, 'first'],
    [/^(?:pour un )?renouvellement$/, 'renewal'],
    [/^(?:en cas de )?perte$|^carte perdue$|^passeport perdu$/, 'lost'],
    [/^(?:en cas de )?vol$|^carte volee$|^passeport vole$/, 'stolen'],
  ]),
  ...of('vehicle', [
    [/^(?:achat d'un )?(?:vehicule|voiture) neu(?:f|ve)$/, 'new'],
    [/^(?:achat d'un )?(?:vehicule|voiture) d'occasion$/, 'used'],
  ]),
  ...of('zone', [
    [/^(?:logement (?:situe )?)?(?:en )?zone tendue$/, 'tense'],
    [/^(?:logement (?:situe )?)?(?:(?:en )?zone non tendue|hors zone tendue)$/, 'normal'],
  ]),
];

export function conditionsOf(labels: readonly string[]): (string | undefined)[] {
  const signs = labels.map((label) => {
    // « Concubinage (union libre) », « Vous êtes français(e) »
    const words = plain(label).replace(/ ?\([^()]*\)$/, '');
    return SIGNS.find((sign) => sign.label.test(words));
  });
  const values = new Map<string, Set<string | undefined>>();
  for (const sign of signs) if (sign) values.set(sign.variable, (values.get(sign.variable) ?? new Set()).add(sign.value));
  return signs.map((sign) => {
    const seen = sign && values.get(sign.variable)!;
    if (!sign || seen!.size < 2) return undefined;
    // « Mariage » beside « Divorce » or « Changement de nom » is what happened, not how one lives.
    if (sign.variable === 'couple' && !['pacs', 'couple', 'single'].some((value) => seen!.has(value))) return undefined;
    // « Étranger » means not French; beside « Européen » it means neither.
    const value = sign.value ?? (sign.variable === 'nationality' && seen!.has('eu') ? 'other' : undefined);
    if (value === undefined) return undefined;
    return sign.variable === 'age' ? value : `${sign.variable}=${value}`;
  });
}
