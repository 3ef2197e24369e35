import { spawnSync } from 'node:child_process';

/**
 * The text of a file as it was: at `base` where one is given; else at the last commit that this branch shares with main;
 * on main itself, at the commit before. Null where there is no such version, or no repository.
 */
export function earlierVersion(path: string, base: string | undefined, git: Git = runGit): string | null {
  const commits = base ? [base] : [git(['merge-base', 'HEAD', 'origin/main']), git(['merge-base', 'HEAD', 'main']), git(['rev-parse', 'HEAD~1'])];
  const head = git(['rev-parse', 'HEAD']);
  const commit = commits.find((candidate) => candidate !== null && candidate !== head);
  return commit ? git(['show', `${commit}:${path}`]) : null;
}

/** Runs git and gives what it prints, or null when it refuses. */
export type Git = (args: string[]) => string | null;

function runGit(args: string[]): string | null {
  const run = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) return null;
  return args[0] === 'show' ? run.stdout : run.stdout.trim();
}
