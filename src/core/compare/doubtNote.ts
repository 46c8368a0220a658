/** The doubts by their numbers, and what the user answers to one. */

export const DOUBT_IDS = [
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
  'D8',
  'D9',
  'D10',
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D16',
  'D17',
  'D18',
  'D19',
  'D20',
  'D21',
  'D22',
] as const;

export type DoubtId = (typeof DOUBT_IDS)[number];

/** What a user said to a doubt; it stays with the study. */
export interface DoubtNote {
  readonly doubt: DoubtId;
  readonly state: 'answered' | 'dismissed';
  readonly note: string;
}
