/** Saves all that the view says as one archive. */
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import type { Group } from '#core/project/study.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { tellWorkFailure } from '../../app/tellWorkFailure.ts';
import { exportStyle } from '../../components/exportStyle.ts';
import { text } from '../../text/text.ts';
import { comparisonArchive } from './comparisonArchive.ts';
import type { CompareSettings } from './compareSettings.ts';

const words = text.compare.exportAll;

export interface ExportRequest {
  readonly settings: CompareSettings;
  readonly groups: readonly Group[];
  readonly comparison: StudyComparison | null;
  readonly evidence: readonly CellEvidence[];
}

/** Null while there is nothing to export. */
export function useExportAll({ settings, groups, comparison, evidence }: ExportRequest): (() => void) | null {
  const { platform, work } = useServices();
  const { study } = useSession().contents;
  const run = useCallback(async () => {
    if (!comparison) return;
    const name = words.fileName(study.name).replace(/[<>:"/\\|?*]/g, '-');
    let isCancelled = false;
    const save = work.run(words.running, async (report) => {
      report.signal.addEventListener('abort', () => (isCancelled = true));
      const style = { ...exportStyle(settings), dpi: settings.dpi };
      const host = { platform, style, createdAt: study.createdAt };
      const archive = await comparisonArchive({ study, groups, comparison, evidence }, host, report);
      await platform.saveFile(name, archive.bytes, 'application/zip');
      if (archive.failed.length > 0)
        notifications.show({ color: 'yellow', title: words.someFailed, message: archive.failed.join(', ') });
    });
    await save.catch((error: unknown) => {
      if (!isCancelled) tellWorkFailure(words.failed, error);
    });
  }, [platform, work, study, settings, groups, comparison, evidence]);
  return comparison ? () => void run() : null;
}
