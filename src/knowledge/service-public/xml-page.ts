import { audienceNamed, type Audience } from './addresses.js';
import type { CorpusPage } from './corpus.js';
import { FileError } from '../file-error.js';
import { childNamed, childrenNamed, textOf, type TreeElement } from './node.js';
import type { Skips } from './skips.js';
import { readXml } from './xml-tree.js';

const PUBLICATION = new Set(['Publication']);

/** Reads the XML files of a corpus one after the other, each only as long as it is needed. */
export class XmlPages {
  private readonly files = new Map<string, string>();

  constructor(
    private readonly wanted: readonly Audience[],
    private readonly skips: Skips,
  ) {}

  /** The page of a file; undefined for one that is no fiche of a wanted audience. */
  async page(chunks: AsyncIterable<Uint8Array>, file: string): Promise<CorpusPage | undefined> {
    const root = await readXml(chunks, file, PUBLICATION);
    if (root.name !== 'Publication') return this.skip(`no page: ${root.name}`, file);
    const id = root.attributes['ID'] ?? '';
    if (!/^F\d+$/.test(id)) return this.skip('a list of pages', file);
    const audience = audienceOf(root);
    if (!this.wanted.includes(audience)) return this.skip(`another audience: ${audience}`, file);
    const key = `${audience}/${id}`;
    const other = this.files.get(key);
    if (other !== undefined) throw new FileError(file, 1, `${key} is also in ${other}`);
    this.files.set(key, file);
    return { file, id, audience, root };
  }

  private skip(reason: string, file: string): undefined {
    this.skips.page(reason, file);
    return undefined;
  }
}

/** The portal that the page stands in; one page may be meant for several audiences. */
const audienceOf = (root: TreeElement): Audience =>
  audienceNamed(childrenNamed(childNamed(root, 'FilDAriane'), 'Niveau')[0]?.attributes['ID']) ??
  audienceNamed(textOf(childNamed(root, 'Audience'))) ??
  'particuliers';
