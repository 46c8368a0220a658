/** Which groups are compared and where; what can be concluded; the doubts that the data raise. */
import { Alert, Button, MultiSelect, NumberInput, Select, Stack, Title } from '@mantine/core';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import { describeProblem } from '#core/describeProblem.ts';
import type { Group } from '#core/project/study.ts';
import { InspectorContent } from '../../app/InspectorContent.tsx';
import { useSession } from '../../app/session.ts';
import { FigureSizeForm } from '../../components/FigureSizeForm.tsx';
import { text } from '../../text/text.ts';
import type { CompareSettings, UpdateSettings } from './compareSettings.ts';
import { ConclusionSections } from './ConclusionSections.tsx';
import { DoubtList } from './DoubtList.tsx';
import type { ComparedCell } from './evidenceRecord.ts';
import { MetricSummary } from './MetricSummary.tsx';
import { metricKey } from './metricsTable.ts';
import { ProfileForm } from './ProfileForm.tsx';
import type { Evidence } from './useEvidence.ts';
import type { Profiles } from './useProfiles.ts';

const words = text.compare;

export interface CompareInspectorProps {
  readonly settings: CompareSettings;
  readonly update: UpdateSettings;
  readonly groups: readonly Group[];
  readonly cells: readonly ComparedCell[];
  readonly evidence: Evidence;
  /** Called present by diffraction, by cell. */
  readonly phases: ReadonlyMap<string, readonly string[]>;
  readonly comparison: StudyComparison | null;
  /** The metric that is drawn. */
  readonly metric: MetricComparison | null;
  readonly profiles: Profiles;
}

/** Figures of survival, profiles and techniques are of one set: that of the chosen metric. */
function SetChoice({ comparison, metric, update }: CompareInspectorProps) {
  const metrics = comparison?.metrics ?? [];
  const sets = [...new Set(metrics.map(({ set }) => set))];
  if (!metric || sets.length < 2) return null;
  return (
    <Select
      size="xs"
      label={words.profiles.set}
      description={words.profiles.setHint}
      allowDeselect={false}
      data={sets}
      value={metric.set}
      onChange={(set) => {
        const inSet = metrics.filter((each) => each.set === set);
        const next = inSet.find((each) => each.metric === metric.metric) ?? inSet[0];
        if (next) update({ shown: metricKey(next) });
      }}
    />
  );
}

function GroupForm({ settings, update, groups, cells, evidence }: CompareInspectorProps) {
  const { contents } = useSession();
  const { missing, isRunning, run } = evidence;
  return (
    <Stack gap={6}>
      <MultiSelect
        size="xs"
        label={words.groups}
        description={words.groupsHint}
        data={contents.study.groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={groups.map(({ id }) => id)}
        onChange={(groupIds) => {
          update({ groupIds });
        }}
      />
      <NumberInput
        size="xs"
        label={words.halfCycle}
        description={words.halfCycleHint}
        min={1}
        max={100_000}
        allowDecimal={false}
        clampBehavior="blur"
        value={settings.halfCycle}
        onChange={(value) => {
          if (typeof value === 'number' && value >= 1) update({ halfCycle: Math.round(value) });
        }}
      />
      {(missing.length > 0 || isRunning) && (
        <Button size="xs" loading={isRunning} onClick={() => void run(missing)}>
          {words.measure(missing.length)}
        </Button>
      )}
      <p className="form-hint">{words.measured(cells.length - missing.length, cells.length)}</p>
    </Stack>
  );
}

function Phases({ cells, phases }: CompareInspectorProps) {
  const found = cells.filter(({ cell }) => phases.has(cell.id));
  return (
    <section>
      <Title order={6}>{words.diffraction}</Title>
      {found.length === 0 && <p className="form-hint">{words.noDiffraction}</p>}
      {found.map(({ cell }) => (
        <p key={cell.id} className="form-hint">
          {words.phasesOf(cell.name, phases.get(cell.id) ?? [])}
        </p>
      ))}
    </section>
  );
}

/** Cells that take no part, and what of the others could not be measured. */
function LeftOut({ comparison, evidence }: CompareInspectorProps) {
  const problems = [...evidence.records.values()].flatMap(({ evidence: { cell }, problems: all }) =>
    all.map((problem) => words.leftOut(cell.name, describeProblem(problem).message)),
  );
  const excluded = comparison?.excluded.map(({ cell, reason }) => words.leftOut(cell, reason)) ?? [];
  const lines = [...excluded, ...problems];
  if (lines.length === 0) return null;
  return (
    <Alert variant="light" color="yellow" p="xs" title={words.problems}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Alert>
  );
}

export function CompareInspector(props: CompareInspectorProps) {
  const { settings, update, comparison, metric, profiles } = props;
  return (
    <InspectorContent>
      <Stack gap="md" p="sm">
        <GroupForm {...props} />
        {settings.mode !== 'checks' && <SetChoice {...props} />}
        {settings.mode === 'profiles' && <ProfileForm {...{ settings, update, profiles }} />}
        {metric && settings.mode === 'metrics' && <MetricSummary metric={metric} />}
        {comparison && <ConclusionSections comparison={comparison} />}
        <LeftOut {...props} />
        <Phases {...props} />
        {comparison && <DoubtList doubts={comparison.doubts} />}
        <FigureSizeForm size={settings} update={update} />
      </Stack>
    </InspectorContent>
  );
}
