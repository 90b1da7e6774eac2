import { describe, expect, it } from '@jest/globals';
import { conditionProblem } from '../../../src/knowledge/case-condition.js';
import { conditionsOf } from '../../../src/knowledge/service-public/situation-condition.js';
import { facetOf } from '../../../src/knowledge/service-public/facet.js';
import {
  article,
  below,
  cas,
  chapter,
  choice,
  link,
  el,
  p,
  publication,
  situation,
  situations,
  texte,
  titled,
  wrapped,
} from './service-public-tree.js';

const shape = (...body: Parameters<typeof publication> extends [unknown, ...infer Rest] ? Rest : never) =>
  article(publication({}, ...body)).sections.map(({ title, facet }) => [title, facet]);

describe('the head of an article of the official corpus', () => {
  it('comes from the page: title, theme, source with its date', () => {
    expect(article(publication({ id: 'F12', theme: 'Papiers - Citoyenneté' }, texte(p('Oui.'))))).toMatchObject({
      id: 'particuliers/F12',
      title: 'Changer de vélo',
      theme: 'papiers-citoyennete',
      audience: 'particuliers',
      status: 'published',
      source: { name: 'service-public.fr', url: 'https://www.service-public.fr/particuliers/vosdroits/F12', checkedOn: '2026-05-04' },
    });
  });

  it('follows the site to its new name only where the tree does', () => {
    const moved = publication(
      { spUrl: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1' },
      texte(p('Voir ', el('LienInterne', { LienPublication: 'F2', audience: 'Particuliers' }, 'ici'))),
    );
    expect(article(moved)).toMatchObject({
      source: { name: 'service-public.gouv.fr', url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1' },
      sections: [{ blocks: [{ inlines: [{}, { url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F2' }] }] }],
    });
    expect(article(publication({ spUrl: undefined }, texte(p('Oui.')))).source.url).toBe(
      'https://www.service-public.fr/particuliers/vosdroits/F1',
    );
  });

  it('has whole sentences for a summary, even of a description that was cut', () => {
    const long = `Vous pouvez changer de vélo. ${'Il faut alors une selle, '.repeat(8)}`;
    expect(article(publication({ description: long }, texte(p('x')))).summary).toBe('Vous pouvez changer de vélo.');
    expect(article(publication({ description: 'Pour changer de vélo, il faut se rendre en mairie' }, texte(p('x')))).summary).toBe(
      'Pour changer de vélo, il faut se rendre en mairie.',
    );
    expect(article(publication({ description: 'Non.' }, texte(p("Non. Un vélo n'est pas une voiture.")))).summary).toBe(
      "Non. Un vélo n'est pas une voiture.",
    );
  });

  it('says nothing of its siblings, of the law and of related pages', () => {
    const root = publication(
      {},
      el('DossierPere', { ID: 'N1' }, titled('Vélos'), el('Fiche', { ID: 'F9' }, 'Vendre une licorne')),
      texte(p('Oui.')),
      el('VoirAussi', {}, el('Fiche', { ID: 'F8' }, titled('Louer une licorne'))),
      el('Reference', {}, titled('Code des licornes')),
      el('Definition', { ID: 'R1' }, titled('Licorne'), texte(p('Animal'))),
      el('QuestionReponse', { ID: 'F7' }, 'Et la licorne ?'),
      el('PourEnSavoirPlus', {}, titled('Guide de la licorne')),
    );
    expect(JSON.stringify(article(root))).not.toMatch(/licorne/i);
  });

  it('keeps where the page stands and the pages that it names, by their ids', () => {
    const root = publication(
      { id: 'F1' },
      el('SousThemePere', { ID: 'N103' }, titled('Identité')),
      el(
        'DossierPere',
        { ID: 'N358' },
        titled('Vélos'),
        el('SousDossier', { ID: 'N358-1' }, titled('Pour un majeur'), el('Fiche', { ID: 'F9' }, 'Vendre')),
        el('SousDossier', { ID: 'N358-2' }, titled('Pour un mineur'), el('Fiche', { ID: 'F1' }, 'Changer')),
      ),
      texte(p('Voir ', link('F2', 'ici', 'Associations'), link('R5', 'un formulaire', 'Particuliers'), link('F1', 'cette page'))),
      el('VoirAussi', {}, el('Fiche', { ID: 'F8', audience: 'Particuliers' }, titled('Louer'))),
      el('QuestionReponse', { ID: 'F7' }, 'Et le prix ?'),
    );
    expect(article(root)).toMatchObject({
      dossier: 'N103/N358/N358-2',
      related: ['associations/F2', 'particuliers/F8', 'particuliers/F7'],
    });
    expect(article(publication({}, texte(p('Oui.'))))).not.toHaveProperty('dossier');
  });

  it('takes as keywords the abbreviations that its text uses, with their long forms', () => {
    const abbreviation = (short: string, long: string) => el('Abreviation', { type: 'Sigle' }, titled(short), texte(p(long)));
    const root = publication(
      {},
      texte(p("Voir l'ANV.")),
      abbreviation('ANV', 'Agence nationale du vélo'),
      abbreviation('XYZ', 'Autre chose'),
    );
    expect(article(root).keywords).toEqual(['ANV : Agence nationale du vélo']);
  });
});

describe('the sections of an article of the official corpus', () => {
  it('are its introduction, its chapters and their sub-chapters', () => {
    expect(
      shape(
        el('Introduction', {}, texte(p('Bonjour.'))),
        texte(chapter('Coût', p('10')), chapter('Démarche', p('a'), below('En mairie', p('b')))),
      ),
    ).toEqual([
      ['En bref', 'summary'],
      ['Coût', 'cost'],
      ['Démarche', 'steps'],
      ['Démarche – En mairie', 'steps'],
    ]);
  });

  it('are one for a text without chapters', () => {
    expect(shape(texte(p('Oui.'), p('Toujours.')))).toEqual([['Réponse', undefined]]);
  });

  it('gather the same chapter of several situations, each a case', () => {
    const made = article(
      publication(
        {},
        situations(
          situation('En France', p('Ici.'), chapter('Coût', p('10')), chapter('Pièces à fournir', p('a'))),
          situation("À l'étranger", p('Là.'), chapter('Coût', p('20')), chapter('Pièces à fournir', p('b'))),
        ),
      ),
    );
    expect(made.sections.map(({ title }) => title)).toEqual(['En bref', 'Coût', 'Pièces à fournir']);
    expect(made.sections[1]!.blocks).toMatchObject([
      {
        type: 'cases',
        cases: [
          { label: 'En France', blocks: [{ inlines: [{ text: '10' }] }] },
          { label: "À l'étranger", if: 'place=abroad', blocks: [{ inlines: [{ text: '20' }] }] },
        ],
      },
    ]);
  });

  it('bear the name of a situation that has a chapter alone', () => {
    const made = shape(
      situations(situation('En ville', chapter('Coût', p('10'))), situation('À la campagne', chapter('Délai', p('1 an')))),
    );
    expect(made).toEqual([
      ['Coût (En ville)', 'cost'],
      ['Délai (À la campagne)', 'delay'],
    ]);
  });

  it('keep the path of a case within a situation', () => {
    const made = article(
      publication(
        {},
        situations(
          situation('Majeur', chapter('Pièces', choice(cas('Vol', p('a')), cas('Perte', p('b'))))),
          situation('Mineur', chapter('Pièces', p('c'))),
        ),
      ),
    );
    expect(made.sections[0]!.blocks).toMatchObject([
      {
        cases: [
          { label: 'Majeur', if: 'age>=18', blocks: [{ cases: [{ label: 'Vol', if: 'event=stolen' }, { label: 'Perte' }] }] },
          { label: 'Mineur' },
        ],
      },
    ]);
  });

  it('end with the offices and services of the whole page, those of its chapters left out', () => {
    const office = (name: string) => el('OuSAdresser', {}, titled(name), el('PivotLocal', {}, 'caf'));
    expect(
      shape(
        texte(chapter('Démarche', p('a'), office('Mairie'))),
        office('Mairie'),
        office('Caf'),
        el('ServiceEnLigne', { URL: 'https://a.fr' }, titled('Payer')),
      ),
    ).toEqual([
      ['Démarche', 'steps'],
      ['Services en ligne et formulaires', 'online'],
      ["Où s'adresser ?", 'where'],
    ]);
  });

  it('are links alone where the page is nothing else', () => {
    const made = article(
      publication({}, el('LienExterneCommente', {}, el('LienExterne', { URL: 'http://a.fr' }, 'Le guide'), el('Source', {}, 'Ministère'))),
    );
    expect(made.sections).toEqual([
      { facet: 'online', title: 'Sites officiels', blocks: [{ type: 'link', title: 'Le guide (Ministère)', url: 'https://a.fr/' }] },
    ]);
  });

  it.each([
    ['Durée de validité', 'validity'],
    ['Combien ça coûte ?', 'cost'],
    ['Combien de temps faut-il ?', 'delay'],
    ['Conditions de la demande', 'eligibility'],
    ["Où s'adresser ?", 'where'],
    ['Où et comment faire la demande ?', 'steps'],
    ['Recours en cas de refus', 'appeal'],
    ['Justificatifs à joindre', 'documents'],
    ["De quoi s'agit-il ?", undefined],
  ])('« %s » asks for: %s', (title, facet) => {
    expect(facetOf(title, undefined, [])).toBe(facet);
  });

  it('are documents where the chapter says so, whatever its title', () => {
    expect(facetOf('À préparer', 'pieces', [])).toBe('documents');
  });
});

describe('a guided search', () => {
  const branch = (title: string, ...children: Parameters<typeof el>[2][]) => el('Branche', {}, wrapped(title), ...children);
  const to = (id: string) => el('LienInterne', { LienPublication: id, audience: 'Particuliers' });
  const sets = (...variables: string[]) => el('SiSelectionne', {}, ...variables.map((name) => el('affecteVrai', { var: name })));
  const root = publication(
    { title: '**CNI - Renouvellement majeur', type: 'Recherche guidée' },
    el(
      'Problematiques',
      {},
      el(
        'Problematique',
        {},
        wrapped('En France'),
        branch('Perdue', sets('T1'), el('Aide', {}, p('Hors de chez vous.')), to('F2')),
        branch('Volée :', sets('T2', 'T3'), branch('Hier', sets('T4'), to('F3')), branch('Avant', to('F3'))),
      ),
      el('Problematique', {}, wrapped("À l'étranger"), sets('T3'), to('F4')),
    ),
  );
  const titles = new Map([
    ['particuliers/F2', 'Carte perdue'],
    ['particuliers/F3', 'Carte volée'],
  ]);

  it('is a walk that ends in links named by the articles they lead to; it keeps what explains a branch and what picking it sets', () => {
    expect(article(root, titles)).toMatchObject({
      guided: true,
      sections: [
        {
          title: 'Votre situation',
          blocks: [
            {
              type: 'cases',
              cases: [
                {
                  label: 'En France',
                  blocks: [
                    {
                      cases: [
                        {
                          label: 'Perdue',
                          sets: ['T1'],
                          blocks: [{ type: 'paragraph' }, { type: 'link', title: 'Carte perdue', article: 'particuliers/F2' }],
                        },
                        {
                          label: 'Volée',
                          // T3 says one thing here and another abroad.
                          sets: ['T2', 'here:T3'],
                          blocks: [
                            {
                              type: 'cases',
                              cases: [
                                {
                                  label: 'Hier',
                                  sets: ['T4'],
                                  blocks: [{ type: 'link', title: 'Carte volée', article: 'particuliers/F3' }],
                                },
                                { label: 'Avant', blocks: [{ type: 'link', title: 'Carte volée', article: 'particuliers/F3' }] },
                              ],
                            },
                          ],
                        },
                      ],
                    },
                  ],
                },
                {
                  label: "À l'étranger",
                  if: 'place=abroad',
                  sets: ['here:T3'],
                  blocks: [{ type: 'link', url: 'https://www.service-public.fr/particuliers/vosdroits/F4' }],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('does not show the notes of editors in its title', () => {
    expect(article(root, titles).title).toBe("Carte d'identité – Renouvellement majeur");
  });
});

describe('what the label of a case asks of a person', () => {
  it.each([
    [
      ['Pour un majeur', 'Pour un mineur'],
      ['age>=18', 'age<18'],
    ],
    [
      ['Logement vide', 'Logement meublé'],
      ['furnished=no', 'furnished=yes'],
    ],
    [
      ['Vous êtes locataire', 'Vous êtes propriétaire'],
      ['occupancy=tenant', 'occupancy=owner'],
    ],
    [
      ['Demande en France', "À l'étranger"],
      [undefined, 'place=abroad'],
    ],
    [
      ['Métropole', 'Outre-mer'],
      ['place=metropole', 'place=overseas'],
    ],
    [
      ['Salarié du secteur privé', 'Fonctionnaire'],
      ['work=employee', 'work=public'],
    ],
    [
      ['Mariage', 'Pacs', 'Concubinage (union libre)'],
      ['couple=married', 'couple=pacs', 'couple=couple'],
    ],
    [
      ['Vous êtes français(e)', 'Européen', 'Étranger'],
      ['nationality=french', 'nationality=eu', 'nationality=other'],
    ],
    [
      ['Français', 'Étranger'],
      ['nationality=french', undefined],
    ],
    [
      ['Contrat à durée indéterminée (CDI)', 'CDD'],
      ['contract=cdi', 'contract=cdd'],
    ],
  ])('%j → %j', (labels, conditions) => {
    expect(conditionsOf(labels)).toEqual(conditions);
    for (const condition of conditions) expect(condition && conditionProblem(condition)).toBeUndefined();
  });

  it('is nothing where its neighbours do not speak of the same', () => {
    expect(conditionsOf(['Fonctionnaire', 'Contractuel'])).toEqual([undefined, undefined]);
    expect(conditionsOf(['Mariage', 'Divorce', 'Changement de nom'])).toEqual([undefined, undefined, undefined]);
    expect(conditionsOf(['Si le vol a eu lieu en France', "Si le vol a eu lieu à l'étranger"])).toEqual([undefined, undefined]);
  });
});
