let last = 0;
const AT_A_STRETCH = 10;

/** Lets others have the processor for a moment, where it was ours for some milliseconds. Changes nothing of what is worked out. */
export async function breath(): Promise<void> {
  if (performance.now() - last < AT_A_STRETCH) return;
  await new Promise((resolve) => setImmediate(resolve));
  last = performance.now();
}
