import type { Problems } from './problems.js';

/** Another article or a fact that a text names, with the line that names it. */
export interface Reference {
  kind: 'article' | 'fact';
  id: string;
  line: number;
}

/** What reading one article needs and gathers: the facts that may be inserted, the problems, the references. */
export class ArticleReader {
  readonly references: Reference[] = [];
  constructor(
    readonly problems: Problems,
    /** How each fact reads, by id. */
    private readonly facts: ReadonlyMap<string, string>,
    /** Lines of the file above the text whose positions are given. */
    private readonly linesAbove: number,
    /** The lines of that text. */
    readonly lines: readonly string[],
  ) {}

  /** Line in the file of a position in the body. */
  line(node: { position?: { start: { line: number } } | undefined }): number {
    return (node.position?.start.line ?? 1) + this.linesAbove;
  }

  fact(id: string, line: number): string {
    this.references.push({ kind: 'fact', id, line });
    const text = this.facts.get(id);
    if (text === undefined) this.problems.error('fact-unknown', `valeur inconnue : {{${id}}} n'est dans aucun fichier facts.yml`, line);
    return text ?? '[valeur à compléter]';
  }

  article(id: string, line: number): void {
    this.references.push({ kind: 'article', id, line });
  }

  /** A plain text with its facts written out: for titles, labels and summaries, which hold no rich text. */
  plain(text: string, line: number): string {
    this.amounts(text, line);
    return text.replace(FACT, (_, id: string) => this.fact(id, line));
  }

  /** An amount written by hand is forgotten when the law changes; a fact is changed once. */
  amounts(text: string, line: number): void {
    for (const [amount] of text.matchAll(AMOUNT)) {
      this.problems.warn(
        'amount',
        `montant écrit dans le texte : « ${amount.trim()} » ; à mettre dans facts.yml et à insérer par {{…}}`,
        line,
      );
    }
  }
}

export const FACT = /\{\{\s*([^{}\s]+)\s*\}\}/g;
const AMOUNT = /\d(?:[\d.,\u00a0\u202f ]{0,12}\d)?[\u00a0\u202f ]?(?:€|euros?\b|centimes?\b)/gi;
