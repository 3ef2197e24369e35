import type { Client } from 'pg';
import { LINE, SEAL } from './record-sql';
import type { RecordReceipt, Seal, SealedBatch, SealingHealth } from './sealed-batch';
import type { SealerOptions } from './sealer-options';

/** How often governance is told that all is well when nothing was sealed. */
const REPORT_MS = 15_000;

/** Hands sealed batches to governance, each after the one before: at least once, from wherever governance stands. */
export class HandingOver {
  private held: number | undefined;
  private reportedAt = 0;
  /** Governance holds later batches than there are here. */
  private cutOff = false;
  checked: SealingHealth['checked'] = null;

  constructor(
    private readonly client: Client,
    private readonly options: Pick<SealerOptions, 'from' | 'handOver' | 'logger'>,
  ) {}

  /** Hands over all that governance lacks. Throws when it cannot be reached: the next turn goes on from what it holds. */
  async all(last: Seal | null): Promise<void> {
    const sealed = last?.seq ?? 0;
    if (this.held === undefined || Date.now() - this.reportedAt > REPORT_MS) await this.send(null, last);
    for (let before = this.held ?? sealed; !this.cutOff && before < sealed; before = this.held ?? sealed) {
      await this.send(await this.batch(before + 1), last);
      if (this.held === before) throw new Error('Governance did not take the batch.');
    }
  }

  /** What was checked is told at the next turn. */
  tell(checked: NonNullable<SealingHealth['checked']>): void {
    this.checked = checked;
    this.reportedAt = 0;
  }

  private async send(batch: SealedBatch | null, last: Seal | null): Promise<void> {
    const { from, handOver } = this.options;
    const receipt = await handOver({ from, health: await this.health(last), batch });
    this.reportedAt = Date.now();
    this.take(receipt, last);
  }

  private take({ held }: RecordReceipt, last: Seal | null): void {
    this.held = held;
    const cutOff = held > (last?.seq ?? 0);
    if (cutOff && !this.cutOff) this.options.logger.error({ from: this.options.from, batch: held }, 'record of access: governance holds batches that are gone here');
    this.cutOff = cutOff;
  }

  private async health(last: Seal | null): Promise<SealingHealth> {
    const { rows } = await this.client.query<{ waiting: number; since: Date | null }>('select count(*)::int as waiting, min(at) as since from access_record where id > $1', [last?.toId ?? 0]);
    return {
      sealedSeq: last?.seq ?? 0,
      sealedAt: last?.sealedAt ?? null,
      waiting: rows[0]?.waiting ?? 0,
      waitingSince: rows[0]?.since?.toISOString() ?? null,
      checked: this.checked,
    };
  }

  private async batch(seq: number): Promise<SealedBatch | null> {
    const { rows } = await this.client.query<Seal>(`select ${SEAL} from access_batch where seq = $1`, [seq]);
    const [seal] = rows;
    if (!seal) return null;
    const { rows: lines } = await this.client.query<{ line: string }>(`select ${LINE} as line from access_record where id between $1 and $2 order by id`, [seal.fromId, seal.toId]);
    return { ...seal, lines: lines.map(({ line }) => line) };
  }
}
