import type { Inline } from '../../src/contract/blocks.js';
import { useWidget } from './context.js';
import { Inlines } from './inlines.js';

/** A table wider than the panel scrolls inside its own box, which the keyboard can reach. */
export function TableBlock({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  const { texts } = useWidget();
  const name = `${texts.table} : ${head.map((cell) => cell.map((inline) => inline.text).join('')).join(', ')}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <figure class="table-box" aria-label={name} tabIndex={0} lang="fr">
      <table>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={i} scope="col">
                <Inlines inlines={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, c) =>
                c === 0 ? (
                  <th key={c} scope="row">
                    <Inlines inlines={cell} />
                  </th>
                ) : (
                  <td key={c}>
                    <Inlines inlines={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
