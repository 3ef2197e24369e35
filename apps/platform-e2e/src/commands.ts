import type { Cast } from './authority';
import { key } from './audit-thread';
import type { Answer, Stage } from './stage';

/** What a mutation answered: its success with the fields asked for, or a problem. */
export interface Result {
  __typename: string;
  code?: string;
  message?: string;
  path?: string[];
  currentVersion?: number;
  // As free as the question.
  [field: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** The sentence of a command with the fields that its success is asked for. */
export function sentence(command: string, fields = ''): string {
  const type = `${command[0]?.toUpperCase()}${command.slice(1)}`;
  const success = fields ? `... on ${type}Success { ${fields} }` : '';
  return `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ${success} ... on Problem { code message path } } }`;
}

/** Sends a command as somebody, with a key of its own unless the input brings one; the whole answer. */
export function tell(stage: Stage, person: keyof Cast | null, command: string, input: object, fields = ''): Promise<Answer> {
  return stage.ask(person, sentence(command, fields), { input: { ...key(), ...input } });
}

/** Sends a command that the person's roles allow; its result. */
export async function send(stage: Stage, person: keyof Cast, command: string, input: object, fields = ''): Promise<Result> {
  const answer = await tell(stage, person, command, input, fields);
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data[command];
}

/** The codes of an answer's errors. */
export function codes(answer: Answer): string[] {
  return answer.errors.map((error) => error.extensions.code);
}
