/** How long it may take to say that it is there. */
const LONGEST_MS = 1_500;

/** Whether something answers in time. It is asked once at a time, however many want to know: what stands still would gather them. */
export class Answering {
  private asked: Promise<boolean> | undefined;

  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly longestMs = LONGEST_MS,
  ) {}

  async answers(): Promise<boolean> {
    this.asked ??= this.ask()
      .then(() => true, () => false)
      .finally(() => (this.asked = undefined));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), this.longestMs)));
    return Promise.race([this.asked, late]).finally(() => clearTimeout(timer));
  }
}
