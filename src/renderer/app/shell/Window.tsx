/** The whole window: header, panes of the open study or the first start, status bar, palette. */
import { useCallback, useEffect } from 'react';
import type { StudyContents } from '../../store/studyStore.ts';
import { useServices } from '../services.ts';
import { useCommands } from '../useCommands.ts';
import { useStudyOpening, type StudyOpening } from '../useStudyOpening.ts';
import { useWindowState, type WindowState } from '../useWindowState.ts';
import { useStudies, useStudyContents } from '../../store/useStudyContents.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { DropArea } from './DropArea.tsx';
import { FirstStart } from './FirstStart.tsx';
import { Header } from './Header.tsx';
import { StatusBar } from './StatusBar.tsx';
import { SimulatedBadge, StudyMenu } from './StudyMenu.tsx';
import { StudyPanes } from './StudyPanes.tsx';
import { ViewTabs } from './ViewTabs.tsx';

/** How old the window may be while files come in. */
const PAUSE_WHILE_BUSY_ms = 400;

function useOpenStudy(studyId: string | null) {
  const { store, imports } = useServices();
  const pause = useCallback(() => (imports.isBusy() ? PAUSE_WHILE_BUSY_ms : 0), [imports]);
  const studies = useStudies(store.database);
  // A study that was removed gives way to the newest one that is left.
  const openId = studies?.some(({ id }) => id === studyId) ? studyId : (studies?.at(-1)?.id ?? null);
  const contents = useStudyContents(store, openId, pause);
  return { studies, contents: openId === null ? null : contents };
}

function useOpenedFiles(take: StudyOpening['take']): void {
  const { platform } = useServices();
  useEffect(() => platform.onFilesOpened(take), [platform, take]);
}

interface BodyProps {
  readonly contents: StudyContents | null | undefined;
  readonly empty: boolean;
  readonly opening: StudyOpening;
  readonly state: WindowState;
  readonly update: (patch: Partial<WindowState>) => void;
}

function Body({ contents, empty, opening, state, update }: BodyProps) {
  if (contents) {
    return <StudyPanes key={contents.study.id} contents={contents} state={state} update={update} />;
  }
  return (
    <main className="pane-view" aria-busy={!empty}>
      {empty && <FirstStart onNew={opening.create} onSample={opening.sample} onFiles={opening.pick} />}
    </main>
  );
}

export function Window() {
  const { state, update } = useWindowState();
  const { studies, contents } = useOpenStudy(state.studyId);
  const study = contents?.study ?? null;
  const showStudy = (id: string) => {
    update({ studyId: id });
  };
  const showView = (viewId: string) => {
    update({ viewId });
  };
  const opening = useStudyOpening(study?.id ?? null, showStudy);
  const commands = useCommands({ opening, state, update });
  useOpenedFiles(opening.take);
  return (
    <DropArea onDrop={opening.drop}>
      <Header commands={commands} state={state}>
        <StudyMenu
          study={study}
          studies={studies ?? []}
          onChoose={showStudy}
          onNew={opening.create}
          onSample={opening.sample}
          onOpen={opening.pick}
          onSave={opening.save}
        />
        {study?.simulated && <SimulatedBadge />}
        {study && <ViewTabs viewId={state.viewId} onChange={showView} />}
      </Header>
      <Body
        contents={contents}
        empty={studies?.length === 0}
        opening={opening}
        state={state}
        update={update}
      />
      <StatusBar contents={contents ?? null} />
      <CommandPalette commands={commands} />
    </DropArea>
  );
}
