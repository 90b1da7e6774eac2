import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA in a page and its frames, one line each. Other colours can only change the contrasts. */
export async function violations(page: Page, contrastAlone = false): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (contrastAlone ? axe.withRules('color-contrast') : axe.withTags(TAGS)).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary?.split('\n')[1]?.trim()}`),
  );
}

/** What makes a page or frame scroll sideways; a table in a box of its own that scrolls is allowed to. */
export function tooWide(view: Page | Frame): Promise<string[]> {
  return view.evaluate(() => {
    const root = document.scrollingElement!;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    const names = wide.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return [`${root.scrollWidth} px in ${root.clientWidth}`, ...names];
  });
}

export interface Stop {
  /** What a person hears: role or tag, and name. */
  name: string;
  /** An outline, a shadow or an edge that is not there without the focus. */
  visible: boolean;
  /** Some point of it can be seen; the whole of it hides behind nothing. */
  uncovered: boolean;
}

/** The element that holds the focus, through shadow roots, in the page or in the frame that has it. */
export async function focused(page: Page): Promise<Stop> {
  for (const frame of page.frames().toReversed()) {
    const stop = await frame
      .evaluate(async () => {
        const active = (): Element | null => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element;
        };
        let element = active();
        if (!document.hasFocus() || !element || element === document.body || element.tagName === 'IFRAME') return undefined;
        // A page that has just changed may move the focus once more.
        for (let before: Element | null = null; element !== before;) {
          before = element;
          await new Promise((drawn) => setTimeout(drawn, 60));
          element = active() ?? element;
        }
        const looks = (): string => {
          const chain = [element!, element!.parentElement, element!.parentElement?.parentElement].filter((one) => one != null);
          return chain
            .map((one) => getComputedStyle(one))
            .map((style) =>
              [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderTopColor, style.textDecorationLine].join(),
            )
            .join(';');
        };
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const inside = (x: number, y: number): boolean => {
          const outer = document.elementFromPoint(x, y);
          const at = outer?.shadowRoot?.elementFromPoint(x, y) ?? outer;
          const label = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
          return at !== null && (element!.contains(at) || at.contains(element) || label.some((one) => one.contains(at)));
        };
        const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
        const uncovered = shares.some((x) => shares.some((y) => inside(left + (right - left) * x, top + (bottom - top) * y)));
        const lit = looks();
        const style = getComputedStyle(element);
        const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
        const name = `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${(
          element.getAttribute('aria-label') ??
          (element as HTMLInputElement).labels?.[0]?.textContent ??
          element.textContent ??
          ''
        )
          .trim()
          .slice(0, 60)}`;
        // What only scripts give the focus to, a page after it changed, is no stop of the Tab key.
        let visible = outlined || (element as HTMLElement).tabIndex < 0;
        if (!visible) {
          (element as HTMLElement).blur();
          // Edges may take their time to change colour.
          await new Promise((changed) => setTimeout(changed, 250));
          visible = looks() !== lit;
          (element as HTMLElement).focus();
        }
        return { name, visible, uncovered };
      })
      .catch(() => undefined);
    if (stop) return stop;
  }
  return { name: 'nothing', visible: true, uncovered: true };
}
