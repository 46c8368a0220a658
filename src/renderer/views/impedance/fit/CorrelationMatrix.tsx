/** How the free parameters of a fit hang together; strong ties are marked. */
import type { FitResult } from '#core/eis/fitResult.ts';
import { fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';

const words = text.impedanceFit.correlation;
/** Beyond this two parameters are hardly known apart. */
const STRONG = 0.95;

export function CorrelationMatrix({
  fit: { freeParameters: names, correlation },
}: {
  readonly fit: FitResult;
}) {
  if (names.length < 2) return null;
  const rowOf = (i: number) => correlation.slice(i * names.length, (i + 1) * names.length);
  return (
    <details className="correlation">
      <summary>{words.title}</summary>
      <table aria-label={words.title}>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, i) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {rowOf(i).map((rho, j) => {
                const isStrong = i !== j && Math.abs(rho) > STRONG;
                return (
                  <td
                    key={names[j]}
                    data-number
                    data-strong={isStrong}
                    title={isStrong ? words.strong(name, names[j] ?? '') : undefined}
                  >
                    {fixed(rho, 2)}
                    {isStrong && <span aria-label={words.strongMark}> !</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="form-hint">{words.hint}</p>
    </details>
  );
}
