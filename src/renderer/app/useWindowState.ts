/** Which study and view the window shows; kept between starts, per machine. */
import { useLocalStorage } from '@mantine/hooks';
import { useCallback } from 'react';

export interface WindowState {
  readonly studyId: string | null;
  readonly viewId: string;
  readonly tree: boolean;
  readonly inspector: boolean;
}

const FIRST: WindowState = { studyId: null, viewId: 'data', tree: true, inspector: true };

export function useWindowState() {
  const [state, setState] = useLocalStorage<WindowState>({
    key: 'amalgam.window.v1',
    defaultValue: FIRST,
    getInitialValueInEffect: false,
  });
  const update = useCallback(
    (patch: Partial<WindowState>) => {
      setState((current) => ({ ...current, ...patch }));
    },
    [setState],
  );
  return { state, update };
}
