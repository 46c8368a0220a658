/** `study.json`: a folder of raw files read as a study. The sample study ships as one. */
import type { ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import type { Cell, Group, StateTag, Study } from '#core/project/study.ts';

/** What a study keeps of its own is there as in a study file: phases, and thresholds of events. */
export interface StudyFile extends Pick<Study, 'phases' | 'eventThresholds'> {
  readonly schema: 'amalgam-study';
  readonly version: 1;
  readonly name: string;
  readonly question: string;
  readonly simulated: boolean;
  /** ISO date of the study, written into its figures' files; without it they bear that of the last measurement. */
  readonly date?: string;
  readonly groups: readonly Group[];
  readonly cells: readonly StudyFileCell[];
}

/** A cell with its files; `id`, `studyId` and display settings are given when the folder is opened. */
export interface StudyFileCell extends Partial<Omit<Cell, 'id' | 'studyId' | 'groupId' | 'name' | 'order'>> {
  readonly name: string;
  readonly group: string;
  readonly files: readonly StudyFileEntry[];
}

/** A measured file of a cell, with what the user set on what was measured in it. */
export interface StudyFileEntry {
  readonly path: string;
  readonly state: StateTag;
  /** Rows left out of computations, from 0 on, of every spectrum of the file; absent = none. */
  readonly excludedRows?: readonly number[];
  /** Whether its spectra hold Z'' or −Z''; absent = as the file says, or asked. */
  readonly impedanceSign?: ImpedanceSign;
}
