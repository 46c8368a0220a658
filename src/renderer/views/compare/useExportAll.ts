/** Saves all that the view says as one archive. */
import { notifications } from '@mantine/notifications';
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';
import { cellVoltage } from '../../app/cellVoltage.ts';
import { useServices, type Services } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { tellWorkFailure } from '../../app/tellWorkFailure.ts';
import { voltageTraceLoader } from '../../app/voltageTraceLoader.ts';
import { exportStyle } from '../../components/exportStyle.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { archivedProfiles, type ReadHalfCycles, type ReadVoltage } from './archivedProfiles.ts';
import { comparisonArchive } from './comparisonArchive.ts';
import type { CompareSettings } from './compareSettings.ts';
import type { ComparedCell } from './evidenceRecord.ts';
import { halfCycleLoader } from './halfCycleLoader.ts';
import { comparisonFigures } from './useCompareFigure.ts';
import type { Evidence } from './useEvidence.ts';
import type { CellPhases } from './usePhases.ts';
import type { Profiles } from './useProfiles.ts';

const words = text.compare.exportAll;

export interface ExportRequest {
  readonly settings: CompareSettings;
  readonly groups: readonly Group[];
  readonly cells: readonly ComparedCell[];
  readonly comparison: StudyComparison | null;
  /** The metric that is shown, and the cells chosen to stand side by side. */
  readonly metric: MetricComparison | null;
  readonly profiles: Pick<Profiles, 'choice'>;
  readonly records: Evidence['records'];
  readonly phases: Pick<CellPhases, 'byCell'>;
}

function withPhases(records: Evidence['records'], phases: CellPhases['byCell']): readonly CellEvidence[] {
  return [...records.values()].map(({ evidence }) => {
    const found = phases.get(evidence.cell.id);
    return found ? { ...evidence, phases: found } : evidence;
  });
}

function voltageReader(services: Services, contents: StudyContents): ReadVoltage {
  const { load } = voltageTraceLoader(services);
  return async (run, signal) => {
    const voltage = cellVoltage(contents, { ...run, trace: { ok: true, value: await load(run, signal) } });
    if (!voltage) throw new Error(text.cycling.noVoltage);
    return voltage;
  };
}

/** A run without half cycles stops no figure: the figure says so. */
function halfCycleReader(services: Services): ReadHalfCycles {
  const { load } = halfCycleLoader(services);
  return async (run, signal) => {
    const found = load(run, signal).then((value) => ({ ok: true, value }) as const);
    return found.catch((error: unknown) => ({ ok: false, error }) as const);
  };
}

interface Readers {
  readonly read: ReadVoltage;
  readonly readHalfCycles: ReadHalfCycles;
}

interface Compared extends ExportRequest {
  readonly comparison: StudyComparison;
}

function figuresOf(request: Compared, contents: StudyContents, readers: Readers) {
  const { settings, groups, cells, comparison, metric, profiles } = request;
  const look = { style: exportStyle(settings), simulated: contents.study.simulated, groups };
  const computed = comparisonFigures(comparison, look).map(({ name, figure }) => ({
    name,
    figure: () => figure,
    hasCsv: false,
  }));
  const { metrics } = comparison;
  const shown = { cells, groups, metrics, metric, choice: profiles.choice };
  const { profileHalfCycle: halfCycle, sharesVoltage } = settings;
  return [
    ...computed,
    ...archivedProfiles({ ...shown, ...readers, halfCycle, look: { ...look, sharesVoltage } }),
  ];
}

/** Null while there is nothing to export. */
export function useExportAll(request: ExportRequest): (() => void) | null {
  const services = useServices();
  const { contents } = useSession();
  const run = async () => {
    const { comparison, groups, settings } = request;
    if (!comparison) return;
    const { platform, work } = services;
    const { study } = contents;
    const name = words.fileName(study.name).replace(/[<>:"/\\|?*]/g, '-');
    let isCancelled = false;
    const save = work.run(words.running, async (report) => {
      report.signal.addEventListener('abort', () => (isCancelled = true));
      const host = { platform, dpi: settings.dpi, createdAt: study.createdAt };
      const evidence = withPhases(request.records, request.phases.byCell);
      const exported = { study, groups, comparison, evidence };
      const readers = { read: voltageReader(services, contents), readHalfCycles: halfCycleReader(services) };
      const figures = figuresOf({ ...request, comparison }, contents, readers);
      const archive = await comparisonArchive({ exported, figures, host }, report);
      await platform.saveFile(name, archive.bytes, 'application/zip');
      if (archive.failed.length > 0)
        notifications.show({ color: 'yellow', title: words.someFailed, message: archive.failed.join(', ') });
    });
    await save.catch((error: unknown) => {
      if (!isCancelled) tellWorkFailure(words.failed, error);
    });
  };
  return request.comparison ? () => void run() : null;
}
