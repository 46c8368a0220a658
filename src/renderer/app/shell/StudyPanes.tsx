/** Tree, view and inspector of the open study. */
import { useCallback, useMemo, useState } from 'react';
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
  /** The same function as long as the window is open. */
  readonly update: (patch: Partial<WindowState>) => void;
}

interface ViewPaneProps {
  readonly contents: StudyContents;
  readonly viewId: string;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly showView: (viewId: string) => void;
}

/**
 * Drawn with what was clicked, not deferred: results that stream in while many cells are read would put a deferred view
 * off until the last of them.
 */
function useViewPane({ contents, viewId, selection, select, showView }: ViewPaneProps) {
  return useMemo(() => {
    const view = VIEWS.find(({ id }) => id === viewId) ?? VIEWS[0];
    return (
      <SessionProvider value={{ contents, selection, select, showView }}>
        <ErrorBoundary key={view?.id}>{view && <view.Component studyId={contents.study.id} />}</ErrorBoundary>
      </SessionProvider>
    );
  }, [contents, selection, select, showView, viewId]);
}

export function StudyPanes({ contents, state, update }: StudyPanesProps) {
  const [selection, select] = useState<Selection>(EMPTY_SELECTION);
  const [inspector, setInspector] = useState<HTMLElement | null>(null);
  const showView = useCallback(
    (viewId: string) => {
      update({ viewId });
    },
    [update],
  );
  const { viewId } = state;
  const viewPane = useViewPane({ contents, viewId, selection, select, showView });
  return (
    <SessionProvider value={{ contents, selection, select, showView }}>
      <InspectorProvider value={state.inspector ? inspector : null}>
        <div className="window-panes">
          {state.tree && (
            <aside className="pane-tree">
              <StudyTree contents={contents} />
            </aside>
          )}
          <main className="pane-view">{viewPane}</main>
          {state.inspector && (
            <aside className="pane-inspector" aria-label={text.app.inspector} ref={setInspector} />
          )}
        </div>
      </InspectorProvider>
    </SessionProvider>
  );
}
