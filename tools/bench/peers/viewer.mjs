// Who asks, in a contestant that is not ours: the token is checked and the standing looked up as the platform does it.
import { createRequire } from 'node:module';

const { developmentVerifier, signViewer, viewerSource, nobody } = createRequire(import.meta.url)('../../../dist/libs/identity/src/index.js');
export { signViewer };

const STANDING_MS = 5_000;

/** `headers` as Node has them become a viewer; a standing is taken as it was for five seconds. */
export function viewers({ dataDir, workforce, secret }) {
  const known = new Map();
  const ask = async (subject) => {
    const authorization = `Bearer ${await signViewer(nobody('bench'), { audience: 'workforce', secret })}`;
    const answer = await fetch(`${workforce}/standing`, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify({ subject }) });
    return (await answer.json()).standing;
  };
  const source = viewerSource({
    verify: developmentVerifier(dataDir),
    standingOf: (subject) => {
      const held = known.get(subject);
      if (held && Date.now() < held.until) return held.standing;
      const standing = ask(subject);
      known.set(subject, { standing, until: Date.now() + STANDING_MS });
      return standing;
    },
  });
  let count = 0;
  return (authorization) => source({ authorization }, `bench-${(count += 1)}`);
}

/** The supergraph with the addresses at which its parts answer now. */
export function addressed(supergraph, urls) {
  return supergraph.replace(/(@join__graph\(name: "(\w+)", url: ")[^"]*/g, (_, start, name) => `${start}${urls[name]}/graphql`);
}

/** Says where it answers, and ends with whoever started it. */
export function ready(url) {
  process.once('disconnect', () => process.exit(0));
  process.stdout.write(`${url}\n`);
}
