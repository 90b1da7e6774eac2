/** What an import leaves out and why, and the elements it does not know: counted, with the first names. */
export class Skips {
  private readonly reasons = new Map<string, { count: number; first: string[] }>();
  private readonly names = new Map<string, number>();

  page(reason: string, id: string): void {
    const found = this.reasons.get(reason) ?? { count: 0, first: [] };
    found.count++;
    if (found.first.length < SHOWN) found.first.push(id);
    this.reasons.set(reason, found);
  }
  element(name: string): void {
    this.names.set(name, (this.names.get(name) ?? 0) + 1);
  }
  get pages(): { reason: string; count: number; first: string[] }[] {
    return [...this.reasons].map(([reason, found]) => ({ reason, ...found }));
  }
  get elements(): { name: string; count: number }[] {
    return [...this.names].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
  }
}
const SHOWN = 5;
