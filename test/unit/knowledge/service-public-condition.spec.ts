import { describe, expect, it } from '@jest/globals';
import { conditionOf } from '../../../src/knowledge/service-public/corpus-condition.js';
import { article, blocks, cas, chapter, choice, el, p, publication, situation, situations, texte } from './service-public-tree.js';
import type { TreeElement } from '../../../src/knowledge/service-public/node.js';

const chosen = (name: string) => el('estVrai', { var: name });
const open = (name: string) => el('estIndefini', { var: name });
const any = (...parts: TreeElement[]) => el('ou', {}, ...parts);
const all = (...parts: TreeElement[]) => el('et', {}, ...parts);
const unless = (name: string) => any(chosen(name), open(name));
const when = (...parts: TreeElement[]) => el('Condition', {}, ...parts);
const said = (...parts: TreeElement[]) => conditionOf(el('Cas', {}, when(...parts)));

describe('a condition of the corpus', () => {
  it.each([
    ['chosen', [chosen('T1')], 'T1=yes'],
    ['one of two', [any(chosen('T1'), chosen('T2'))], 'T1=yes or T2=yes'],
    ['not excluded', [unless('T1')], 'T1!=no'],
    ['two not excluded', [all(unless('T1'), unless('T2'))], 'T1!=no and T2!=no'],
    ['a choice inside a conjunction', [all(any(chosen('T1'), chosen('T2')), chosen('T3'))], 'T1=yes and T3=yes or T2=yes and T3=yes'],
    ['what is contained in another', [any(all(chosen('T1'), chosen('T2')), chosen('T2'))], 'T2=yes'],
    ['twice the same', [any(chosen('T1'), any(chosen('T1')))], 'T1=yes'],
    ['open', [open('T1')], 'T1=unset'],
    ['none', [], undefined],
    ['a name that is no variable', [chosen('x or y')], undefined],
  ])('%s', (_, parts, written) => {
    expect(said(...(parts as TreeElement[]))).toBe(written);
  });

  it('stays with a case, a situation, a fragment, an item, a chapter and all that stands in them', () => {
    expect(blocks(choice(cas('Ici', when(chosen('T1')), p('a')), cas('Là', p('b'))))).toMatchObject([
      { cases: [{ label: 'Ici', when: 'T1=yes' }, { label: 'Là' }] },
    ]);
    expect(blocks(el('FragmentConditionne', {}, when(chosen('T1')), p('a'), p('b')))).toMatchObject([
      { when: 'T1=yes' },
      { when: 'T1=yes' },
    ]);
    expect(blocks(el('Liste', {}, el('Item', {}, when(chosen('T1')), p('a')), el('Item', {}, p('b'))))).toMatchObject([
      { items: [[{ when: 'T1=yes' }], [{ type: 'paragraph' }]] },
    ]);
    const { sections } = article(
      publication(
        {},
        texte(chapter('Coût', when(chosen('T1')), p('a'), el('FragmentConditionne', {}, when(any(chosen('T2'), chosen('T3'))), p('b')))),
        situations(
          situation('En ville', chapter('Délai', p('c'))),
          el('Situation', {}, el('Titre', {}, 'Ailleurs'), when(chosen('T4')), texte(chapter('Délai', p('d')))),
        ),
      ),
    );
    expect(sections).toMatchObject([
      { title: 'Coût', blocks: [{ when: 'T1=yes' }, { when: 'T1=yes and T2=yes or T1=yes and T3=yes' }] },
      { title: 'Délai', blocks: [{ cases: [{ label: 'En ville' }, { label: 'Ailleurs', when: 'T4=yes' }] }] },
    ]);
  });

  it('keeps two lists apart that hold under different conditions', () => {
    const list = (...more: TreeElement[]) => el('FragmentConditionne', {}, ...more, el('Liste', {}, el('Item', {}, p('x'))));
    expect(blocks(list(when(chosen('T1'))), list(when(chosen('T2'))), list(when(chosen('T2'))))).toMatchObject([
      { when: 'T1=yes', items: [{}] },
      { when: 'T2=yes', items: [{}, {}] },
    ]);
  });
});
