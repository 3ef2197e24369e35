import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(__dirname, '../..');

export interface ComposeService {
  image?: string;
  build?: { context: string; dockerfile: string; target: string };
  command?: string[];
  environment: Record<string, string>;
  networks: string[];
  ports?: string[];
  volumes?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  depends_on?: Record<string, { condition: string }>;
}

export interface Compose {
  services: Record<string, ComposeService>;
  networks: Record<string, { internal?: boolean }>;
}

export function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export function readCompose(file: string): Compose {
  return parse(readText(file), { merge: true }) as Compose;
}

const PLACEHOLDER = /\$\{(\w+)(:[?-])([^}]*)\}/g;

/** The variables that a text asks the shell for, each with what stands for it where it is not set; null where it must be set. */
export function askedFor(text: string): { name: string; standIn: string | null }[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '', mark, rest = '']) => ({ name, standIn: mark === ':-' ? rest : null }));
}

/** An environment as a container would see it, with these values in the shell. */
export function filledIn(environment: Record<string, string>, shell: Record<string, string>): Record<string, string> {
  const fill = (text: string): string => text.replace(PLACEHOLDER, (_, name: string, mark: string, rest: string) => shell[name] ?? (mark === ':-' ? rest : ''));
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(String(value))]));
}
