import type { Study } from '#core/project/study.ts';

export type OwnSettings = Pick<Study, 'phases' | 'eventThresholds'>;

/** What a study has in place of the program's own, where it has: phases, and thresholds of events. */
export function ownSettings({ phases, eventThresholds }: OwnSettings): OwnSettings {
  return { ...(phases && { phases }), ...(eventThresholds && { eventThresholds }) };
}
