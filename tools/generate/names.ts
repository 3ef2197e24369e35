/** A concept's name in every spelling that a slice needs. */
export interface Names {
  /** `learning-event` */
  kebab: string;
  /** `LearningEvent` */
  pascal: string;
  /** `learningEvent` */
  camel: string;
  /** `learningEvents` */
  plural: string;
  /** `LEARNING_EVENTS` */
  constant: string;
  /** `learning_event` */
  snake: string;
  /** `learning event` */
  words: string;
  /** `learning events` */
  manyWords: string;
}

const CONCEPT = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Spells a concept. It is given in lower case with dashes; throws on anything else, and on a name too long for a table. */
export function namesOf(concept: string): Names {
  if (!CONCEPT.test(concept) || concept.length > 30) throw new Error(`"${concept}" is not a name for a concept: use lower case and dashes, as in learning-event.`);
  const parts = concept.split('-');
  const pascal = parts.map(capital).join('');
  const camel = pascal[0]?.toLowerCase() + pascal.slice(1);
  const many = [...parts.slice(0, -1), pluralOf(parts.at(-1) as string)];
  const plural = many.map((part, index) => (index === 0 ? part : capital(part))).join('');
  return { kebab: concept, pascal, camel, plural, constant: many.join('_').toUpperCase(), snake: parts.join('_'), words: parts.join(' '), manyWords: many.join(' ') };
}

function capital(word: string): string {
  return word[0]?.toUpperCase() + word.slice(1);
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
