/** Tree, view and inspector of the open study. */
import { useState } from 'react';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { VIEWS } from '../../views/views.ts';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { InspectorProvider } from '../InspectorContent.tsx';
import { EMPTY_SELECTION, type Selection } from '../selection.ts';
import { SessionProvider } from '../session.ts';
import { StudyTree } from '../tree/StudyTree.tsx';
import type { WindowState } from '../useWindowState.ts';

export interface StudyPanesProps {
  readonly contents: StudyContents;
  readonly state: WindowState;
  readonly update: (patch: Partial<WindowState>) => void;
}

export function StudyPanes({ contents, state, update }: StudyPanesProps) {
  const [selection, select] = useState<Selection>(EMPTY_SELECTION);
  const [inspector, setInspector] = useState<HTMLElement | null>(null);
  const view = VIEWS.find(({ id }) => id === state.viewId) ?? VIEWS[0];
  const showView = (viewId: string) => {
    update({ viewId });
  };
  return (
    <SessionProvider value={{ contents, selection, select, showView }}>
      <InspectorProvider value={state.inspector ? inspector : null}>
        <div className="window-panes">
          {state.tree && (
            <aside className="pane-tree">
              <StudyTree contents={contents} />
            </aside>
          )}
          <main className="pane-view">
            <ErrorBoundary key={view?.id}>
              {view && <view.Component studyId={contents.study.id} />}
            </ErrorBoundary>
          </main>
          {state.inspector && (
            <aside className="pane-inspector" aria-label={text.app.inspector} ref={setInspector} />
          )}
        </div>
      </InspectorProvider>
    </SessionProvider>
  );
}
