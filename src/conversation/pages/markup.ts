/** Text that is already HTML. Only `markup` makes it. */
export class Markup {
  constructor(readonly html: string) {}
  toString(): string {
    return this.html;
  }
}
type Hole = Markup | string | number | undefined | null | false | readonly Hole[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

const filled = (hole: Hole): string => {
  if (hole instanceof Markup) return hole.html;
  if (hole === undefined || hole === null || hole === false) return '';
  if (typeof hole === 'string' || typeof hole === 'number') return escape(String(hole));
  return hole.map(filled).join('');
};

/**
 * HTML from a template in which every hole is escaped, unless it is markup itself. Attributes must be quoted: then no text can
 * leave its place. Absent and false holes are empty, lists are joined.
 *
 * markup`<p>${'<b>'}</p>` → <p>&lt;b&gt;</p>
 */
export function markup(parts: TemplateStringsArray, ...holes: Hole[]): Markup {
  return new Markup(parts.reduce((html, part, at) => html + filled(holes[at - 1]) + part));
}

/** An address that may stand in an href; undefined for any other scheme, so that no text becomes a script. */
export function safeUrl(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
