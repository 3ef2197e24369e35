/** How long a checked signature is taken as checked: a key that its issuer withdraws stops counting within this. */
const KEPT_MS = 30_000;
const MOST_TOKENS = 5_000;
/** A longer token is checked each time. */
const LONGEST_KEPT = 2_048;

interface Kept {
  subject: string;
  /** When the signature has to be checked again, in ms. */
  until: number;
  /** When the token ends, in ms. */
  ends: number;
}

/** Remembers tokens whose signature was found good a moment ago: checking one costs as much as a small question. Its end is looked at each time. */
export class VerifiedTokens {
  private readonly kept = new Map<string, Kept>();

  /** The subject of a token that was good a moment ago and has not ended; undefined for one that has to be checked. */
  subjectOf(token: string, now: number): string | undefined {
    const known = this.kept.get(token);
    if (!known) return undefined;
    if (now < known.until && now < known.ends) return known.subject;
    this.kept.delete(token);
    return undefined;
  }

  /** `exp` in seconds, as the token has it, with the tolerance that the check allows. */
  keep(token: string, subject: string, exp: number, toleranceSeconds: number, now: number): void {
    if (token.length > LONGEST_KEPT) return;
    if (this.kept.size >= MOST_TOKENS) this.kept.clear();
    this.kept.set(token, { subject, until: now + KEPT_MS, ends: (exp + toleranceSeconds) * 1_000 });
  }
}
