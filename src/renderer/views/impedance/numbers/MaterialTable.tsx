/** Capacitances of the interfaces and conductivities of the electrolytes, with a warning where the class does not fit. */
import { Alert, Title } from '@mantine/core';
import { text } from '../../../text/text.ts';
import { significantDigits, valueWords } from '../valueWords.ts';
import type { InterfaceCapacitance, MaterialNumbers } from './materialNumbers.ts';

const words = text.impedanceNumbers;
const MICRO = 1e6;
const MILLI = 1e3;

function CapacitanceText({ value, formula }: InterfaceCapacitance) {
  return (
    <div>
      {valueWords(value * MICRO, 3)} <small>{words.formulas[formula]}</small>
    </div>
  );
}

function conductivityWords({ conductivity }: MaterialNumbers): string {
  if (!conductivity) return '';
  const { value, standardError } = conductivity.value;
  const error = Number.isFinite(standardError) ? standardError : null;
  const shown = valueWords(value * MILLI, significantDigits(value, error));
  return error === null ? shown : words.error(shown, valueWords(error * MILLI, 2));
}

export function MaterialTable({ materials }: { readonly materials: readonly MaterialNumbers[] }) {
  if (materials.length === 0) return null;
  const isPerArea = materials.every((each) => each.isPerArea);
  const from = [...new Set(materials.flatMap(({ conductivity }) => conductivity?.from.join(' + ') ?? []))];
  return (
    <section>
      <Title order={6}>{words.material}</Title>
      <table className="candidates wide" aria-label={words.material}>
        <thead>
          <tr>
            <th scope="col">{words.columns.cell}</th>
            <th scope="col">
              {words.columns.capacitance} <small>{isPerArea ? 'µF/cm²' : 'µF'}</small>
            </th>
            {from.length > 0 && (
              <th scope="col">
                {words.columns.conductivity} <small>mS/cm</small>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {materials.map((each) => (
            <tr key={each.datasetId}>
              <td>{each.label}</td>
              <td data-number>
                {each.capacitances.map((one) => (
                  <CapacitanceText key={one.formula} {...one} />
                ))}
              </td>
              {from.length > 0 && <td data-number>{conductivityWords(each)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="form-hint">
        {words.capacitanceHint} {from.length > 0 && words.conductivityHint(from.join('; '))}
      </p>
      {materials.map(
        ({ datasetId, label, outside }) =>
          outside && (
            <Alert key={datasetId} variant="light" color="yellow" p="xs">
              {words.outsideClass(label, outside.classes.join(', '))}
            </Alert>
          ),
      )}
    </section>
  );
}
