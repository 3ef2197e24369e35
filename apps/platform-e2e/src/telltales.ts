import type { ChildProcess } from 'node:child_process';

type Told = readonly { message: string; extensions: object }[];

/** What a log never holds: statements and stacks. */
const NEVER = /\bselect\b.+\bfrom\b|\binsert into\b|\n\s+at |node_modules/i;

/**
 * Listens to what a platform says of itself while a story is told: everything it logs, at the finest level, its figures and
 * the words of its errors. Names, tokens and whatever somebody wrote may stand in none of them.
 */
export class Telltales {
  private readonly planted = new Set<string>();
  private readonly faults: string[] = [];
  private written = '';

  constructor(platform: ChildProcess) {
    platform.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.written += chunk;
      // What goes wrong is still seen by whoever runs the story.
      for (const line of chunk.split('\n')) if (!/^\{"level":[1-4]0,|^$/.test(line)) process.stderr.write(`${line}\n`);
    });
  }

  get log(): string {
    return this.written;
  }

  plant(...words: string[]): void {
    for (const word of words) this.planted.add(word);
  }

  /** Plants what was sent as free text or a reference, and looks through the errors that came back. */
  answered(person: string | null, query: string, variables: Record<string, unknown>, errors: Told): void {
    for (const word of wordsIn(variables)) this.planted.add(word);
    const told = JSON.stringify(errors.map(({ message, extensions }) => ({ message, extensions })));
    const leaked = [...this.planted].find((word) => told.includes(word));
    if (leaked !== undefined || NEVER.test(told)) this.faults.push(`${person ?? 'nobody'} was told ${told} of ${query.slice(0, 80)}`);
  }

  /** The page of figures, where the platform still answers. */
  async figures(): Promise<string> {
    const port = /"port":(\d+),"msg":"figures are read here"/.exec(this.written)?.[1];
    return port ? await fetch(`http://127.0.0.1:${port}/metrics`).then((page) => page.text(), () => '') : '';
  }

  /** Throws when something planted stands in the log, in the figures or in an error that was given. */
  mustBeSilent(figures: string): void {
    for (const [where, text] of [['log', this.written], ['figures', figures]] as const) {
      for (const word of this.planted) if (text.includes(word)) this.faults.push(`The ${where} tells: ${around(text, text.indexOf(word))}`);
      const said = NEVER.exec(text);
      if (said) this.faults.push(`The ${where} tells: ${around(text, said.index)}`);
    }
    if (!this.written.includes('"level":')) this.faults.push('The platform logged nothing: nobody listened.');
    if (this.faults.length > 0) throw new Error(`The platform tells what it must not:\n${[...new Set(this.faults)].slice(0, 10).join('\n')}`);
  }
}

/** Sentences and references among the values: what somebody wrote. Ids, codes and dates are words of the graph itself. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[^\0]*\s[^\0]*$/.test(value.trim()) && value.length > 6 && value.length < 500 ? [value.trim()] : /^ST-\w+-\d+$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 120), at + 160).replaceAll('\n', ' ');
}
