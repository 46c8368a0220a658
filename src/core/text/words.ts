export interface Words {
  readonly message: string;
  /** What the user can do about it. */
  readonly hint: string;
}
