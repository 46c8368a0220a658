/** The film, the current and the foil beneath. */
import { Input, NumberInput, Select, Stack, Title } from '@mantine/core';
import { AMALGAM_SYSTEMS, amalgamSystemOf, METALS_WITHOUT_AMALGAM } from '#core/layer/amalgamSystems.ts';
import { InspectorContent } from '../../app/InspectorContent.tsx';
import { FigureSizeForm } from '../../components/FigureSizeForm.tsx';
import { SegmentedChoice, type SegmentedChoiceProps } from '../../components/SegmentedChoice.tsx';
import { text } from '../../text/text.ts';
import type { LayerSettings, UpdateLayerSettings } from './layerSettings.ts';

const words = text.layer;

export interface LayerInspectorProps {
  readonly settings: LayerSettings;
  readonly update: UpdateLayerSettings;
}

type NumberName =
  | 'thickness_um'
  | 'mass_mgPerCm2'
  | 'current_mAPerCm2'
  | 'halfCycle_min'
  | 'halfCycles'
  | 'exchange_perHour';

interface NumberFieldProps extends LayerInspectorProps {
  readonly name: NumberName;
  readonly label: string;
  readonly unit: string;
  readonly min?: number;
  readonly max: number;
  readonly description?: string;
}

function NumberField({ settings, update, name, unit, min = 0.001, max, ...shown }: NumberFieldProps) {
  return (
    <NumberInput
      size="xs"
      {...shown}
      suffix={` ${unit}`}
      min={min}
      max={max}
      clampBehavior="blur"
      value={settings[name]}
      onChange={(value) => {
        if (typeof value === 'number' && value >= min && value <= max) update({ [name]: value });
      }}
    />
  );
}

function Choice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  return (
    <Input.Wrapper size="xs" label={props.label}>
      <SegmentedChoice {...props} fullWidth />
    </Input.Wrapper>
  );
}

function phaseNames(metal: string): readonly { value: string; label: string }[] {
  const phases = amalgamSystemOf(metal)?.phases ?? [];
  const named = phases.map(({ id }) => ({ value: id, label: id === 'L' ? words.phaseL : id }));
  return [{ value: 'Hg', label: words.phaseHg }, ...named];
}

function FilmForm(props: LayerInspectorProps) {
  const { settings, update } = props;
  const metals = [...AMALGAM_SYSTEMS.map(({ metal }) => metal), ...METALS_WITHOUT_AMALGAM.keys()];
  return (
    <section>
      <Title order={6}>{words.film}</Title>
      <Stack gap={6}>
        <Select
          size="xs"
          label={words.metal}
          data={metals}
          value={settings.metal}
          allowDeselect={false}
          onChange={(metal) => {
            if (metal !== null) update({ metal, phase: metal === 'Li' ? 'LiHg3' : 'Hg' });
          }}
        />
        <Select
          size="xs"
          label={words.phase}
          data={phaseNames(settings.metal)}
          value={settings.phase}
          allowDeselect={false}
          onChange={(phase) => {
            if (phase !== null) update({ phase });
          }}
        />
        <Choice
          label={words.amount}
          names={words.amounts}
          value={settings.amount}
          onChange={(amount) => {
            update({ amount });
          }}
        />
        {settings.amount === 'thickness' ? (
          <NumberField {...props} name="thickness_um" label={words.thickness} unit="µm" max={10_000} />
        ) : (
          <NumberField {...props} name="mass_mgPerCm2" label={words.mass} unit="mg/cm²" max={10_000} />
        )}
      </Stack>
    </section>
  );
}

function CurrentForm(props: LayerInspectorProps) {
  const { settings, update } = props;
  return (
    <section>
      <Title order={6}>{words.protocol}</Title>
      <Stack gap={6}>
        <Choice
          label={words.protocolChoice}
          names={words.protocols}
          value={settings.protocol}
          onChange={(protocol) => {
            update({ protocol });
          }}
        />
        {settings.protocol === 'own' ? (
          <OwnProtocol {...props} />
        ) : (
          <Choice
            label={words.electrode}
            names={words.electrodes}
            value={settings.electrode}
            onChange={(electrode) => {
              update({ electrode });
            }}
          />
        )}
        <NumberField
          {...props}
          name="exchange_perHour"
          label={words.exchange}
          description={words.exchangeHint}
          unit="/h"
          min={0}
          max={1000}
        />
      </Stack>
    </section>
  );
}

function OwnProtocol(props: LayerInspectorProps) {
  const { settings, update } = props;
  return (
    <>
      <NumberField {...props} name="current_mAPerCm2" label={words.current} unit="mA/cm²" max={1000} />
      <NumberField {...props} name="halfCycle_min" label={words.halfCycle} unit="min" max={100_000} />
      <NumberField {...props} name="halfCycles" label={words.halfCycles} unit="" min={1} max={200} />
      <Choice
        label={words.first}
        names={words.firsts}
        value={settings.first}
        onChange={(first) => {
          update({ first });
        }}
      />
    </>
  );
}

export function LayerInspector(props: LayerInspectorProps) {
  return (
    <InspectorContent>
      <Stack gap="md" p="sm">
        <FilmForm {...props} />
        <CurrentForm {...props} />
        <FigureSizeForm size={props.settings} update={props.update} />
      </Stack>
    </InspectorContent>
  );
}
