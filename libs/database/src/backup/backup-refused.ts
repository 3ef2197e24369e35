/** The backup cannot be made or used; says why in words for an operator, and no value of a row. */
export class BackupRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'BackupRefused';
  }
}
