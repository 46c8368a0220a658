/** The ways into a study: a new one, the sample, files that are chosen, dropped or opened from outside. */
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import type { PickedFile } from '../platform/platform.ts';
import { addStudy, newStudy } from '../store/changes/studyChanges.ts';
import { text } from '../text/text.ts';
import { openStudyFolder } from './openStudyFolder.ts';
import { isStudyFile, openStudyFile, saveStudyFile } from './studyFiles.ts';
import { tellFailure } from './tellFailure.ts';
import { readContents } from '../store/useStudyContents.ts';
import { useServices, type Services } from './services.ts';

function tellNotOpened(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  notifications.show({ color: 'red', title: text.app.notOpened, message, autoClose: false });
}

async function createStudy({ store }: Services): Promise<string> {
  const number = (await store.database.studies.count()) + 1;
  const study = newStudy({ name: text.app.newStudyName(number) });
  await store.change(addStudy(study));
  return study.id;
}

/** Each study file is a study of its own; the last one is shown. */
async function takeStudyFiles(
  services: Services,
  studyId: string | null,
  files: readonly PickedFile[],
): Promise<string | null> {
  const others = files.filter((file) => !isStudyFile(file));
  let shown = others.length > 0 ? await takeFiles(services, studyId, others) : null;
  for (const file of files.filter(isStudyFile)) shown = await openStudyFile(services, file);
  return shown;
}

async function save(services: Services, studyId: string): Promise<void> {
  const contents = await readContents(services.store.database, studyId);
  if (contents) await saveStudyFile(services, contents);
}

/** Files go into the open study; without one, a new study comes into being for them. */
async function takeFiles(
  services: Services,
  studyId: string | null,
  files: readonly PickedFile[],
): Promise<string | null> {
  const studyFiles = files.filter(isStudyFile);
  if (studyFiles.length > 0) return takeStudyFiles(services, studyId, files);
  const opened = await openStudyFolder(services, files);
  if (opened !== null || files.length === 0) return opened;
  const target = studyId ?? (await createStudy(services));
  void services.imports.add(
    target,
    files.map((file) => ({ file })),
  );
  return target;
}

export interface StudyOpening {
  readonly create: () => void;
  readonly sample: () => void;
  /** Null while no study is open. */
  readonly save: (() => void) | null;
  readonly pick: () => void;
  readonly drop: (transfer: DataTransfer) => void;
  readonly take: (files: readonly PickedFile[]) => void;
}

/** `show` is told the study that the user should see. */
export function useStudyOpening(studyId: string | null, show: (studyId: string) => void): StudyOpening {
  const services = useServices();
  const showResult = useCallback(
    (opened: Promise<string | null>) => {
      opened.then((id) => {
        if (id !== null) show(id);
      }, tellNotOpened);
    },
    [show],
  );
  return useMemo(() => {
    const take = (files: Promise<readonly PickedFile[]>) => {
      showResult(files.then((list) => takeFiles(services, studyId, list)));
    };
    return {
      create: () => {
        showResult(createStudy(services));
      },
      save:
        studyId === null
          ? null
          : () => {
              save(services, studyId).catch(tellFailure);
            },
      sample: () => {
        take(services.platform.sampleStudyFiles());
      },
      pick: () => {
        take(services.platform.pickFiles());
      },
      drop: (transfer) => {
        take(services.platform.filesOfDrop(transfer));
      },
      take: (files) => {
        take(Promise.resolve(files));
      },
    };
  }, [services, studyId, showResult]);
}
