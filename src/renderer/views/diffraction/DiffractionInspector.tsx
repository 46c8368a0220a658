/** X-rays, the phases that are sought and shown, and how the patterns are drawn. */
import { Button, Checkbox, Input, MultiSelect, Select, Slider, Stack, TextInput } from '@mantine/core';
import { InspectorContent } from '../../app/InspectorContent.tsx';
import { FigureSizeForm } from '../../components/FigureSizeForm.tsx';
import { text } from '../../text/text.ts';
import { BackgroundForm } from './background/BackgroundForm.tsx';
import { AmountsSection } from './amounts/AmountsSection.tsx';
import type { PatternComparison } from './comparison/comparePatterns.ts';
import { ComparisonForm } from './comparison/ComparisonForm.tsx';
import { comparisonNotes } from './comparison/comparisonNotes.ts';
import type { PairChoice } from './comparison/usePair.ts';
import type { DiffractionSettings, UpdateSettings } from './diffractionSettings.ts';
import { soughtPhases } from './identificationRecord.ts';
import { IdentificationSummary } from './IdentificationSummary.tsx';
import { OwnPhases } from './phases/OwnPhases.tsx';
import { PeakSummary } from './peaks/PeakSummary.tsx';
import type { PeakView } from './peaks/usePeakView.ts';
import { RadiationChoice } from './RadiationChoice.tsx';
import type { Identifications } from './useIdentifications.ts';
import type { PhaseLibrary } from './usePhaseLibrary.ts';
import { scanName, type ScanView } from './useScans.ts';

const words = text.diffraction;

export interface DiffractionInspectorProps {
  readonly views: readonly ScanView[];
  readonly focused: ScanView | null;
  readonly onFocus: (datasetId: string) => void;
  readonly settings: DiffractionSettings;
  readonly update: UpdateSettings;
  readonly library: PhaseLibrary | null;
  readonly identifications: Identifications;
  /** Ids of the phases whose lines are drawn. */
  readonly shown: readonly string[];
  readonly choice: PairChoice;
  readonly comparison: PatternComparison | null;
  readonly peaks: PeakView;
}

function ScanChoice({ views, focused, onFocus }: DiffractionInspectorProps) {
  if (views.length < 2) return null;
  return (
    <Select
      size="xs"
      label={words.focus}
      allowDeselect={false}
      data={views.map((view) => ({ value: view.dataset.id, label: scanName(view) }))}
      value={focused?.dataset.id ?? null}
      onChange={(id) => {
        if (id !== null) onFocus(id);
      }}
    />
  );
}

function SearchForm({ views, settings, update, library, identifications }: DiffractionInspectorProps) {
  const ready = views.filter(({ radiation }) => radiation !== null);
  const sought = library ? soughtPhases(library.phases, settings.elements).length : 0;
  return (
    <>
      <TextInput
        size="xs"
        label={words.elements}
        description={words.elementsHint}
        value={settings.elements}
        onChange={({ currentTarget }) => {
          update({ elements: currentTarget.value });
        }}
      />
      <Button
        size="xs"
        loading={identifications.isRunning}
        disabled={ready.length === 0 || sought === 0}
        onClick={() => void identifications.run(ready)}
      >
        {words.identify(ready.length)}
      </Button>
      <p className="form-hint">{words.sought(sought)}</p>
    </>
  );
}

function PhaseChoice({ settings, update, library, shown }: DiffractionInspectorProps) {
  const phases = (library?.phases ?? []).filter(({ kind }) => kind !== 'halo');
  return (
    <Stack gap={6}>
      <MultiSelect
        size="xs"
        label={words.phases}
        searchable
        data={phases.map(({ id }) => id)}
        value={[...shown]}
        onChange={(ids) => {
          update({ shownPhases: ids });
        }}
      />
      <Checkbox
        size="xs"
        label={words.phasesAutomatic}
        checked={settings.shownPhases === null}
        onChange={({ currentTarget }) => {
          update({ shownPhases: currentTarget.checked ? null : [...shown] });
        }}
      />
      {settings.shownPhases === null && (
        <Checkbox
          size="xs"
          label={words.phasesUndecided}
          checked={settings.showsUndecided}
          onChange={({ currentTarget }) => {
            update({ showsUndecided: currentTarget.checked });
          }}
        />
      )}
    </Stack>
  );
}

function StackForm({ settings, update }: DiffractionInspectorProps) {
  return (
    <Stack gap={8}>
      <Input.Wrapper size="xs" label={words.offset}>
        <Slider
          size="sm"
          aria-label={words.offset}
          min={0}
          max={1.5}
          step={0.05}
          label={(share) => `${Math.round(100 * share)} %`}
          value={settings.offset}
          onChange={(offset) => {
            update({ offset });
          }}
        />
      </Input.Wrapper>
      <Checkbox
        size="xs"
        label={words.normalised}
        checked={settings.isNormalised}
        onChange={({ currentTarget }) => {
          update({ isNormalised: currentTarget.checked });
        }}
      />
    </Stack>
  );
}

function showsIdentification(mode: DiffractionSettings['mode']): boolean {
  return mode === 'patterns' || mode === 'fit';
}

/** What the identification of the focused scan says, and how much of each phase that makes. */
function Findings({ focused, settings, update, library, identifications }: DiffractionInspectorProps) {
  const record = focused && identifications.records.get(focused.dataset.id);
  if (!showsIdentification(settings.mode) || !focused || !record || !library) return null;
  return (
    <>
      <IdentificationSummary view={focused} record={record} isStale={identifications.isStale(focused)} />
      <AmountsSection view={focused} record={record} {...{ library, settings, update }} />
    </>
  );
}

export function DiffractionInspector(props: DiffractionInspectorProps) {
  const { views, settings, update, library, identifications } = props;
  return (
    <InspectorContent>
      <Stack gap="md" p="sm">
        <RadiationChoice views={views} />
        <SearchForm {...props} />
        {settings.mode === 'compare' ? (
          <ComparisonForm {...props} notes={comparisonNotes(props.comparison)} />
        ) : (
          <ScanChoice {...props} />
        )}
        {settings.mode === 'peaks' && <PeakSummary view={props.peaks} settings={settings} update={update} />}
        <Findings {...props} />
        <PhaseChoice {...props} />
        {library && <OwnPhases library={library} />}
        {settings.mode === 'patterns' && <BackgroundForm {...props} records={identifications.records} />}
        {settings.mode === 'patterns' && views.length > 1 && <StackForm {...props} />}
        <FigureSizeForm size={settings} update={update} />
      </Stack>
    </InspectorContent>
  );
}
