/** What to compute of all chosen spectra, and the files that come of it. */
import { Button, Checkbox, Stack, TextInput, Title } from '@mantine/core';
import type { BatchStep } from '#core/eis/batchItem.ts';
import { describeProblem } from '#core/describeProblem.ts';
import type { Problem } from '#core/problem.ts';
import { text } from '../../../text/text.ts';
import type { ImpedanceSettings, UpdateSettings } from '../impedanceSettings.ts';
import type { BatchExport } from './useBatchExport.ts';

const words = text.impedanceBatch;

export interface BatchPanelProps {
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
  readonly count: number;
  readonly missing: number;
  readonly isRunning: boolean;
  readonly circuitProblem: Problem | null;
  /** Of spectra, each with its name. */
  readonly failures: readonly string[];
  readonly onRun: (again: boolean) => void;
  readonly saving: BatchExport;
}

function Steps({ settings: { batchSteps }, update }: Pick<BatchPanelProps, 'settings' | 'update'>) {
  return (
    <Checkbox.Group
      label={words.compute}
      value={[...batchSteps]}
      onChange={(steps) => {
        update({ batchSteps: steps });
      }}
    >
      <Stack gap={4}>
        {(Object.keys(words.steps) as BatchStep[]).map((step) => (
          <Checkbox key={step} size="xs" value={step} label={words.steps[step]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function RunButtons({ settings, count, missing, isRunning, circuitProblem, onRun }: BatchPanelProps) {
  const isReady = settings.batchSteps.length > 0 && !circuitProblem && count > 0;
  return (
    <div className="fit-buttons">
      <Button
        size="xs"
        loading={isRunning}
        disabled={!isReady || missing === 0}
        onClick={() => {
          onRun(false);
        }}
      >
        {words.run(missing)}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={!isReady || isRunning || missing === count}
        onClick={() => {
          onRun(true);
        }}
      >
        {words.again}
      </Button>
    </div>
  );
}

function Failures({ failures }: Pick<BatchPanelProps, 'failures'>) {
  if (failures.length === 0) return null;
  return (
    <details open>
      <summary>{words.failures(failures.length)}</summary>
      <ul>
        {failures.map((failure, at) => (
          <li key={at}>{failure}</li>
        ))}
      </ul>
    </details>
  );
}

export function BatchPanel(props: BatchPanelProps) {
  const { settings, update, count, missing, circuitProblem, failures, saving } = props;
  const hasResults = missing < count;
  return (
    <Stack gap={8} className="impedance-panel">
      <Title order={6}>{words.title}</Title>
      <p>{words.spectra(count)}</p>
      <Steps settings={settings} update={update} />
      {settings.batchSteps.includes('fit') && (
        <TextInput
          size="xs"
          label={words.circuit}
          description={words.circuitHint}
          value={settings.batchCircuit}
          error={circuitProblem && describeProblem(circuitProblem).message}
          onChange={({ currentTarget }) => {
            update({ batchCircuit: currentTarget.value });
          }}
        />
      )}
      <RunButtons {...props} />
      <p aria-live="polite">{missing === 0 ? words.nothingMissing : words.missing(count - missing, count)}</p>
      <Failures failures={failures} />
      <Button size="xs" variant="default" disabled={!hasResults} onClick={saving.parameters}>
        {words.exportParameters}
      </Button>
      <Button size="xs" variant="default" disabled={!hasResults} onClick={saving.curves}>
        {words.exportCurves}
      </Button>
    </Stack>
  );
}
