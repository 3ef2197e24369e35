/**
 * Refused: nobody knows who asks. Its message is the same whatever was wrong, so that a caller learns nothing from it.
 * `reason` is for the log alone: one of our own words, never a part of the token.
 */
export class Unauthenticated extends Error {
  constructor(readonly reason: string = 'token refused') {
    super('Sign in to continue.');
    this.name = 'Unauthenticated';
  }
}
