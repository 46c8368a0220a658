/** A view puts its controls into the window's inspector by rendering this anywhere in its tree. */
import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

const InspectorContext = createContext<HTMLElement | null>(null);

export const InspectorProvider = InspectorContext.Provider;

export function InspectorContent({ children }: { readonly children: ReactNode }) {
  const target = useContext(InspectorContext);
  return target ? createPortal(children, target) : null;
}
