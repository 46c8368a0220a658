/** A fitted quantity of a series of spectra over time, cycle or temperature. */
import { Button, Select, Stack, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { FigureStyle } from '#figures/figure.ts';
import { seriesFigure } from '#figures/seriesFigure.ts';
import { selectedDatasets } from '../../../app/selection.ts';
import { useSession } from '../../../app/session.ts';
import { useCyclingRuns } from '../../../app/useCyclingRuns.ts';
import { text } from '../../../text/text.ts';
import { possibleBasis } from '../basisLack.ts';
import { isStale } from '../fit/fitRecord.ts';
import { useFits } from '../fit/useFits.ts';
import { ImpedanceFrame } from '../ImpedanceFrame.tsx';
import type { ModeProps } from '../modeProps.ts';
import { PlainTable } from '../../../components/PlainTable.tsx';
import { arrheniusPlot } from './arrheniusPlot.ts';
import { ArrheniusPanel } from './ArrheniusPanel.tsx';
import { chargePassed, hasCharge } from './chargePassed.ts';
import { AXIS_UNITS, possibleAxes, quantityNames, seriesAxis, seriesQuantity } from './seriesPoints.ts';
import { seriesTable } from './seriesTable.ts';
import { useVoltages } from './useVoltages.ts';

const words = text.impedanceSeries;
const PLOTS = ['series', 'arrhenius'] as const;

function useSeries({ spectra: { views }, settings }: ModeProps) {
  const { contents, selection } = useSession();
  const fits = useFits(views, settings);
  const { records } = fits;
  const names = useMemo(() => quantityNames(views, records), [views, records]);
  const quantity = names.includes(settings.quantity) ? settings.quantity : (names[0] ?? '');
  const axes = useMemo(() => {
    const runs = selectedDatasets(contents, selection, 'cycling');
    return possibleAxes(views, (view) => hasCharge(view, runs, contents.cells));
  }, [views, contents, selection]);
  const { seriesAxis: chosen } = settings;
  const axis = chosen && axes.includes(chosen) ? chosen : seriesAxis(views);
  const runs = useCyclingRuns({ isWanted: axis === 'charge' });
  const chargeOf = useMemo(() => chargePassed(runs), [runs]);
  const basis = possibleBasis(views, settings.basis);
  const shown = useMemo(
    () => seriesQuantity(views, { contents, records, quantity, axis, chargeOf, basis }),
    [views, contents, records, quantity, axis, chargeOf, basis],
  );
  const missing = views.filter(({ dataset }) => {
    const record = records.get(dataset.id);
    return !record || isStale(record, dataset, settings.weighting);
  });
  return { fits, names, quantity, axes, axis, shown, missing };
}

type Series = ReturnType<typeof useSeries>;

function useSeriesFigure({ spectra: { views }, settings }: ModeProps, series: Series) {
  const { contents } = useSession();
  const { quantity, axis, shown, fits } = series;
  const { voltages, withoutClock } = useVoltages(views, axis === 'time');
  const { records } = fits;
  const { seriesPlot, temperatures_degC: typed } = settings;
  return useCallback(
    (style: FigureStyle) => {
      if (seriesPlot === 'arrhenius')
        return arrheniusPlot(views, { records, quantity, typed }, { contents, style });
      if (shown.series.length === 0) return null;
      return seriesFigure(shown.series, {
        style,
        simulated: contents.study.simulated,
        xAxis: { quantity: words.axes[axis], unit: AXIS_UNITS[axis] },
        yAxis: { quantity, unit: shown.unit },
        voltage: voltages,
        notes: [...shown.notes, ...withoutClock.map(words.clockUnknown)],
      });
    },
    [contents, views, records, quantity, typed, seriesPlot, shown, axis, voltages, withoutClock],
  );
}

interface SeriesPanelProps extends ModeProps {
  readonly series: Series;
}

function SeriesChoices({ settings, update, series }: SeriesPanelProps) {
  const { names, quantity, axes, axis } = series;
  return (
    <>
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
      <Select
        size="xs"
        label={words.plot}
        allowDeselect={false}
        data={PLOTS.map((value) => ({ value, label: words.plots[value] }))}
        value={settings.seriesPlot}
        onChange={(seriesPlot) => {
          if (seriesPlot !== null) update({ seriesPlot });
        }}
      />
      {settings.seriesPlot === 'series' && (
        <Select
          size="xs"
          label={words.over}
          allowDeselect={false}
          data={axes.map((value) => ({ value, label: words.axes[value] }))}
          value={axis}
          onChange={(chosen) => {
            if (chosen !== null) update({ seriesAxis: chosen });
          }}
        />
      )}
    </>
  );
}

function SeriesPanel(props: SeriesPanelProps) {
  const { views } = props.spectra;
  const { fits, missing } = props.series;
  return (
    <Stack gap={8} className="impedance-panel">
      <Title order={6}>{words.title}</Title>
      <p>{words.missing(views.length - missing.length, views.length)}</p>
      {missing.length > 0 && (
        <Button size="xs" loading={fits.running.size > 0} onClick={() => void fits.run(missing, null)}>
          {words.fitMissing(missing.length)}
        </Button>
      )}
      <SeriesChoices {...props} />
    </Stack>
  );
}

export function SeriesMode(props: ModeProps) {
  const { spectra, settings, update } = props;
  const series = useSeries(props);
  const { fits, quantity, axis, shown } = series;
  const table = seriesTable(shown, axis);
  const isArrhenius = settings.seriesPlot === 'arrhenius' && shown.series.length > 0;
  return (
    <ImpedanceFrame
      {...props}
      figureOf={useSeriesFigure(props, series)}
      reason={isArrhenius ? words.noTemperature : words.nothing}
      table={() => table}
      below={<PlainTable label={words.table} table={table} empty={words.nothing} />}
    >
      <SeriesPanel {...props} series={series} />
      <ArrheniusPanel
        views={spectra.views}
        records={fits.records}
        quantity={quantity}
        settings={settings}
        update={update}
      />
    </ImpedanceFrame>
  );
}
