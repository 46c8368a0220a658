import type { ViewProps } from '../view.ts';

export function DataView({ studyId }: ViewProps) {
  return <div data-study={studyId} />;
}
