/** What the window is looking at: the study on screen and what is chosen in its tree. */
import { createContext, useContext } from 'react';
import type { StudyContents } from '../store/studyStore.ts';
import type { Selection } from './selection.ts';

export interface Session {
  readonly contents: StudyContents;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  /** Shows another view, by its identifier. */
  readonly showView: (viewId: string) => void;
}

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

/** The open study; only inside a view, an inspector or the tree. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of an open study');
  return session;
}
