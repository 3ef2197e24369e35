import { randomUUID } from 'node:crypto';
import type { Viewer } from '@qaf/identity';
import type { Casework } from '../casework.fixtures';

const VERSION = `toolVersion { id number state version pilotedOn publishedOn retiredOn services { id } tool { id code title } checklist { key text } sections { id title questions { key position text kind weight mandatory limiting capsAt evidenceRequired meansTheSameAs askedWhen { key answers } } } }`;

/** A version of a tool as the graph shows it, or the problem. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Designed = any;

/** Designs tools through the graph, always with the version that was last seen. */
export class Designer {
  last: Designed = null;

  constructor(
    private readonly casework: Casework,
    readonly who: Viewer,
  ) {}

  /** One command; answers the version, or the problem. */
  async send(command: string, input: object = {}): Promise<Designed> {
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}`;
    const seen = this.last && !['createAuditTool', 'draftAuditToolVersion'].includes(command) ? { toolVersionId: this.last.id, version: this.last.version } : {};
    const query = `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ... on ${type}Success { ${VERSION} } ... on Problem { code message path } } }`;
    const { data, errors } = await this.casework.ask(this.who, query, { input: { idempotencyKey: randomUUID(), ...seen, ...input } });
    if (errors.length > 0) throw new Error(errors.map((error) => `${error.extensions?.code}: ${error.message}`).join('; '));
    const result = data[command];
    if (result.toolVersion) this.last = result.toolVersion;
    return result.toolVersion ?? result;
  }

  /** A tool with one section, one yes-or-no question and a checklist: enough to publish. */
  async simple(code: string): Promise<Designed> {
    await this.send('createAuditTool', { code, title: `Audit of ${code}` });
    const { sections } = await this.send('addAuditSection', { title: 'Seen' });
    await this.send('addAuditQuestion', { sectionId: sections[0].id, key: 'seen-alone', question: { text: 'Was the child seen alone?', kind: 'YES_NO_NA' } });
    return this.send('setAuditChecklist', { items: [{ key: 'visits', text: 'Every visit is recorded.' }] });
  }

  /** The next version, with one question worded anew, published. */
  async reworded(text: string): Promise<Designed> {
    await this.send('draftAuditToolVersion', { toolId: this.last.tool.id });
    await this.send('changeAuditQuestion', { key: 'seen-alone', question: { text, kind: 'YES_NO_NA' } });
    return this.send('publishAuditToolVersion');
  }
}
