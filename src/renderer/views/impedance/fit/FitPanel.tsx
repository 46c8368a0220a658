/** Fit with one click, or edit the circuit by text, by picture or by sliders and fit that. */
import { Button, Select, Stack, Title } from '@mantine/core';
import type { Circuit } from '#core/eis/circuit.ts';
import type { Weighting } from '#core/eis/fitResult.ts';
import type { CircuitLanguage } from '#core/eis/parseCircuit.ts';
import { circuitOfReady, READY_CIRCUITS, type ImpedanceCell } from '#core/eis/readyCircuits.ts';
import { text } from '../../../text/text.ts';
import type { ImpedanceSettings, UpdateSettings } from '../impedanceSettings.ts';
import type { CircuitDraft } from './circuitDraft.ts';
import { CircuitField } from './CircuitField.tsx';
import { CircuitPicture } from './CircuitPicture.tsx';

const words = text.impedanceFit;

export interface FitPanelProps {
  readonly draft: CircuitDraft;
  readonly isRunning: boolean;
  /** Number of the shown spectra. */
  readonly shown: number;
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
  readonly onText: (typed: string) => void;
  readonly onLanguage: (language: CircuitLanguage) => void;
  readonly onCircuit: (circuit: Circuit) => void;
  /** Null = choose a circuit. */
  readonly onFit: (circuit: Circuit | null, all: boolean) => void;
}

function FitButtons({ draft: { circuit }, isRunning, shown, onFit }: FitPanelProps) {
  return (
    <div className="fit-buttons">
      <Button
        size="xs"
        loading={isRunning}
        title={words.fitHint}
        onClick={() => {
          onFit(null, false);
        }}
      >
        {words.fit}
      </Button>
      {shown > 1 && (
        <Button
          size="xs"
          variant="default"
          disabled={isRunning}
          title={words.fitHint}
          onClick={() => {
            onFit(null, true);
          }}
        >
          {words.fitAll(shown)}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        disabled={isRunning || !circuit}
        onClick={() => {
          onFit(circuit, false);
        }}
      >
        {words.fitCircuit}
      </Button>
      {shown > 1 && (
        <Button
          size="xs"
          variant="default"
          disabled={isRunning || !circuit}
          onClick={() => {
            onFit(circuit, true);
          }}
        >
          {words.fitCircuitToAll(shown)}
        </Button>
      )}
    </div>
  );
}

function ReadyCircuits({ onCircuit }: Pick<FitPanelProps, 'onCircuit'>) {
  return (
    <Select
      size="xs"
      placeholder={words.ready}
      aria-label={words.ready}
      data={READY_CIRCUITS.map(({ id, name }) => ({ value: id, label: name }))}
      value={null}
      onChange={(id) => {
        const ready = READY_CIRCUITS.find((one) => one.id === id);
        if (ready) onCircuit(circuitOfReady(ready));
      }}
    />
  );
}

export function FitPanel(props: FitPanelProps) {
  const { draft, settings, update, onText, onLanguage, onCircuit } = props;
  return (
    <Stack gap={8} className="impedance-panel">
      <Title order={6}>{words.title}</Title>
      <FitButtons {...props} />
      <CircuitField draft={draft} onText={onText} onLanguage={onLanguage} />
      {draft.circuit && <CircuitPicture circuit={draft.circuit} onCircuit={onCircuit} />}
      <ReadyCircuits onCircuit={onCircuit} />
      <Select
        size="xs"
        label={words.cellKind}
        allowDeselect={false}
        data={(Object.keys(words.cellKinds) as ImpedanceCell[]).map((value) => ({
          value,
          label: words.cellKinds[value],
        }))}
        value={settings.cellKind}
        onChange={(cellKind) => {
          if (cellKind !== null) update({ cellKind: cellKind });
        }}
      />
      <Select
        size="xs"
        label={words.weighting}
        allowDeselect={false}
        data={(Object.keys(words.weightings) as Weighting[]).map((value) => ({
          value,
          label: words.weightings[value],
        }))}
        value={settings.weighting}
        onChange={(weighting) => {
          if (weighting !== null) update({ weighting: weighting });
        }}
      />
    </Stack>
  );
}
