/** `study.json`: a folder of raw files read as a study. The sample study ships as one. */
import type { Cell, Group, StateTag } from '#core/project/study.ts';

export interface StudyFile {
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
  readonly files: readonly { readonly path: string; readonly state: StateTag }[];
}
