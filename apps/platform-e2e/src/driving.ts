import type { Cast } from './authority';
import { run, type Running } from './running';
import type { Answer, Stage } from './stage';

/** A platform whose parts run apart and can be killed, asked as a stage is. */
export interface Driven {
  running: Running;
  stage: Stage;
  signal(part: string, sign: NodeJS.Signals): void;
}

export async function drive(): Promise<Driven> {
  const running = await run('apart', { QAF_LOG_LEVEL: 'silent' });
  const ask = async (person: keyof Cast | null, query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const authorization: Record<string, string> = person ? { authorization: `Bearer ${await running.token(person)}` } : {};
    const answer = await fetch(`${running.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...authorization }, body: JSON.stringify({ query, variables }) });
    const text = await answer.text();
    const { data, errors } = JSON.parse(text) as Partial<Answer>;
    return { status: answer.status, data, errors: errors ?? [], text };
  };
  const stage = { ask, people: running.people, graph: running.graph, url: running.url } as unknown as Stage;
  return { running, stage, signal: (part, sign) => void process.kill(running.part(part), sign) };
}
