import type { CircuitElement } from '#core/eis/element.ts';

const START = '<!-- elements: written by `npm run docs:formats` -->';
const END = '<!-- end of elements -->';

function limit(value: number): string {
  return value < 0.01 || value > 1000 ? value.toExponential().replace('+', '') : String(value);
}

/** The table of circuit elements in docs/circuits.md, from the registry. */
export function elementsTable(elements: readonly CircuitElement[]): string {
  const rows = elements.map(({ code, cdc, name, equation, parameters }) => {
    const limits = parameters.map(
      ({ symbol, unit, lower, upper }) =>
        `${symbol}${unit === '-' ? '' : ` (${unit})`} ${limit(lower)}…${limit(upper)}`,
    );
    return `| ${code} | ${cdc} | ${name} | \`${equation}\` | ${limits.join('; ')} |`;
  });
  return ['| code | CDC | element | Z | parameters and limits |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** A text whose part between the markers is the table. Throws when a marker is missing. */
export function withElementsTable(text: string, table: string): string {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 || end < start) throw new Error('the markers of the elements table are missing');
  return `${text.slice(0, start + START.length)}\n\n${table}\n\n${text.slice(end)}`;
}
