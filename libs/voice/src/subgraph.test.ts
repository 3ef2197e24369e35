import { buildGraph } from '@qaf/graph';
import { VOICE } from './subgraph';

test('the voice part of the graph builds, and opens two fields without a login', () => {
  const { sdl } = buildGraph(VOICE);
  expect(sdl).toContain('type Child @key(fields: "ref")');
  expect(sdl).toContain('questionnaireByToken(');
  expect(sdl).toContain('answerQuestionnaire(');
});
