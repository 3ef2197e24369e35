import { draw, type DrawPlan, type FrameCase } from './draw.rules';
import { digestOf } from './frame';
import { GENERATOR } from './random';
import type { Sample, SampleReplay } from './sample.type';

/** A case of the frame as it is kept, with its place in the draw. */
export interface KeptCase extends FrameCase {
  place: number | null;
}

/** Draws again from what is kept. Where a part of the frame is not there for the viewer nobody can say, and a draw of another kind than this version's is not judged. */
export function replayOf(sample: Sample, kept: readonly KeptCase[]): SampleReplay {
  if (kept.length !== sample.frameSize || sample.generator !== GENERATOR) return { agrees: null, frameDigest: null };
  const frame = kept.map(({ key, team, plan, excluded }) => ({ key, team, plan, excluded }));
  const frameDigest = digestOf(frame);
  const before = kept.filter((one) => one.place !== null).toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0));
  const again = draw(frame, planKept(sample), sample.seed ?? 0).keys;
  const agrees = frameDigest === sample.frameDigest && again.length === before.length && again.every((key, index) => key === before[index]?.key);
  return { agrees, frameDigest };
}

function planKept({ method, size, quotas }: Sample): DrawPlan {
  if (method === 'RANDOM') return { method, size: size ?? 0 };
  return method === 'QUOTA' ? { method, quotas: quotas ?? [] } : { method: 'WHOLE' };
}
