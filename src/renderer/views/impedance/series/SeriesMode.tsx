/** A fitted quantity of a series of spectra over time or cycle. */
import { Button, Select, Stack, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { FigureStyle } from '#figures/figure.ts';
import { seriesFigure } from '#figures/seriesFigure.ts';
import { useSession } from '../../../app/session.ts';
import { text } from '../../../text/text.ts';
import { possibleBasis } from '../basisLack.ts';
import { isStale } from '../fit/fitRecord.ts';
import { useFits } from '../fit/useFits.ts';
import { ImpedanceFrame } from '../ImpedanceFrame.tsx';
import type { ModeProps } from '../modeProps.ts';
import { PlainTable } from '../PlainTable.tsx';
import { ArrheniusPanel } from './ArrheniusPanel.tsx';
import { AXIS_UNITS, quantityNames, seriesAxis, seriesQuantity } from './seriesPoints.ts';
import { seriesTable } from './seriesTable.ts';
import { useVoltages } from './useVoltages.ts';

const words = text.impedanceSeries;

function useSeries({ spectra: { views }, settings }: ModeProps) {
  const { contents } = useSession();
  const fits = useFits(views, settings);
  const { records } = fits;
  const names = useMemo(() => quantityNames(views, records), [views, records]);
  const quantity = names.includes(settings.quantity) ? settings.quantity : (names[0] ?? '');
  const axis = useMemo(() => seriesAxis(views), [views]);
  const basis = possibleBasis(views, settings.basis);
  const shown = useMemo(
    () => seriesQuantity(views, { contents, records, quantity, axis, basis }),
    [views, contents, records, quantity, axis, basis],
  );
  const missing = views.filter(({ dataset }) => {
    const record = records.get(dataset.id);
    return !record || isStale(record, dataset, settings.weighting);
  });
  return { fits, names, quantity, axis, shown, missing };
}

export function SeriesMode(props: ModeProps) {
  const { contents } = useSession();
  const { spectra, update } = props;
  const { views } = spectra;
  const { fits, names, quantity, axis, shown, missing } = useSeries(props);
  const { voltages, withoutClock } = useVoltages(views, axis === 'time');
  const { simulated } = contents.study;
  const figureOf = useCallback(
    (style: FigureStyle) => {
      if (shown.series.length === 0) return null;
      return seriesFigure(shown.series, {
        style,
        simulated,
        xAxis: { quantity: words.axes[axis], unit: AXIS_UNITS[axis] },
        yAxis: { quantity, unit: shown.unit },
        voltage: voltages,
        notes: [...shown.notes, ...withoutClock.map(words.clockUnknown)],
      });
    },
    [shown, simulated, axis, quantity, voltages, withoutClock],
  );
  const table = seriesTable(shown, axis);
  return (
    <ImpedanceFrame
      {...props}
      figureOf={figureOf}
      reason={words.nothing}
      table={() => table}
      below={<PlainTable label={words.table} table={table} empty={words.nothing} />}
    >
      <Stack gap={8} className="impedance-panel">
        <Title order={6}>{words.title}</Title>
        <p>{words.missing(views.length - missing.length, views.length)}</p>
        {missing.length > 0 && (
          <Button size="xs" loading={fits.running.size > 0} onClick={() => void fits.run(missing, null)}>
            {words.fitMissing(missing.length)}
          </Button>
        )}
        <Select
          size="xs"
          label={words.quantity}
          allowDeselect={false}
          data={[...names]}
          value={quantity === '' ? null : quantity}
          onChange={(name) => {
            if (name !== null) update({ quantity: name });
          }}
        />
      </Stack>
      <ArrheniusPanel
        views={views}
        records={fits.records}
        quantity={quantity}
        settings={props.settings}
        update={update}
      />
    </ImpedanceFrame>
  );
}
