import type { Ledger } from './ledger';
import type { ChildRow, RowSource } from './parsed-import';

/** What one row says of its child. `rank`: how close the list stands to a court or a plan; `decisive`: the list that alone is believed. */
export interface ChildObservation {
  reference: string;
  birth: { date: string; expected: boolean } | null;
  gender: string | null;
  ethnicity: string | null;
  disabled: boolean | null;
  rank: number;
  decisive: boolean;
  source: RowSource;
}

/** A child settled over all rows. The full birth date stays in the parser, for checks only. */
export interface SettledChild {
  row: ChildRow;
  birth: string | null;
}

type Attribute = 'birth' | 'gender' | 'ethnicity' | 'disabled';
interface Statement {
  value: string;
  observation: ChildObservation;
}

/** Answers that only say that nobody knows: they give way to any other. */
const weak = new Set(['gender:U', 'ethnicity:NOBT', 'ethnicity:REFU']);
const words: Record<Attribute, string> = {
  birth: 'Date of birth',
  gender: 'Gender',
  ethnicity: 'Ethnicity',
  disabled: 'Disability',
};

function valueOf(observation: ChildObservation, attribute: Attribute): string | null {
  if (attribute === 'birth') return observation.birth?.date ?? null;
  const value = observation[attribute];
  return value === null ? null : String(value);
}

function isWeak({ value, observation }: Statement, attribute: Attribute): boolean {
  if (attribute === 'birth') return observation.birth?.expected === true;
  return weak.has(`${attribute}:${value}`);
}

function narrow(statements: Statement[], holds: (statement: Statement) => boolean): Statement[] {
  const held = statements.filter(holds);
  return held.length > 0 ? held : statements;
}

/** Most rows win; on a tie the list of higher rank; then the first row. */
function winner(statements: Statement[]): Statement | null {
  const votes = new Map<string, { count: number; rank: number; first: Statement }>();
  for (const statement of statements) {
    const vote = votes.get(statement.value) ?? { count: 0, rank: -1, first: statement };
    vote.count += 1;
    vote.rank = Math.max(vote.rank, statement.observation.rank);
    votes.set(statement.value, vote);
  }
  const [best] = [...votes.values()].sort((a, b) => b.count - a.count || b.rank - a.rank);
  return best?.first ?? null;
}

/** One value for the child, with a note on every row that says another. */
function settle(observations: ChildObservation[], attribute: Attribute, ledger: Ledger): Statement | null {
  const all = observations.flatMap((observation) => {
    const value = valueOf(observation, attribute);
    return value === null ? [] : [{ value, observation }];
  });
  const believed = narrow(all, (statement) => !isWeak(statement, attribute));
  const chosen = winner(narrow(believed, ({ observation }) => observation.decisive));
  for (const { value, observation } of believed) {
    if (chosen === null || value === chosen.value) continue;
    const kept = `the one of ${chosen.observation.source.list}, row ${chosen.observation.source.row}, is kept`;
    ledger.note(observation.source, words[attribute], 'DOUBTED', `differs from other rows about this child; ${kept}`);
  }
  return chosen;
}

function settleChild(observations: [ChildObservation, ...ChildObservation[]], ledger: Ledger): SettledChild {
  const [{ reference, source }] = observations;
  const birth = settle(observations, 'birth', ledger);
  const disabled = settle(observations, 'disabled', ledger);
  const expected = birth?.observation.birth?.expected === true;
  const row: ChildRow = {
    reference,
    birthYear: birth && !expected ? Number(birth.value.slice(0, 4)) : null,
    birthMonth: birth && !expected ? Number(birth.value.slice(5, 7)) : null,
    expectedBirthMonth: birth && expected ? birth.value.slice(0, 7) : null,
    gender: settle(observations, 'gender', ledger)?.value ?? null,
    ethnicity: settle(observations, 'ethnicity', ledger)?.value ?? null,
    disabled: disabled && disabled.value === 'true',
    language: null,
    religion: null,
    source,
  };
  return { row, birth: birth?.value ?? null };
}

/** Gathers what rows say of children, in the order in which children are first met. */
export class ChildRegister {
  private readonly byReference = new Map<string, [ChildObservation, ...ChildObservation[]]>();

  observe(observation: ChildObservation): void {
    const known = this.byReference.get(observation.reference);
    if (known) known.push(observation);
    else this.byReference.set(observation.reference, [observation]);
  }

  /** One row per child. A birth after `asAt` is still expected. */
  settle(asAt: string | null, ledger: Ledger): Map<string, SettledChild> {
    const settled = new Map<string, SettledChild>();
    for (const [reference, observations] of this.byReference) {
      for (const { birth } of observations) {
        if (birth && asAt !== null && birth.date > asAt) birth.expected = true;
      }
      settled.set(reference, settleChild(observations, ledger));
    }
    return settled;
  }
}
