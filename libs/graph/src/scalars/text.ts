import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** A refusal of a value that never repeats the value. */
export function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

// Control characters other than tab and line breaks, and halves of surrogate pairs, which PostgreSQL or a screen cannot hold.
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function checkedText(name: string, longest: number, multiline: boolean): (value: unknown) => string {
  return (value) => {
    if (typeof value !== 'string') throw refusal(`${name} must be a string.`);
    const text = value.normalize('NFC').trim();
    if (text.length > longest) throw refusal(`${name} may have at most ${longest} characters.`);
    if (UNFIT.test(text)) throw refusal(`${name} may not hold control characters.`);
    if (!text.isWellFormed()) throw refusal(`${name} holds half of a character.`);
    if (!multiline && /[\r\n]/.test(text)) throw refusal(`${name} must be on one line.`);
    return text;
  };
}

function textScalar(name: string, longest: number, multiline: boolean, description: string): GraphQLScalarType<string, string> {
  const parse = checkedText(name, longest, multiline);
  return new GraphQLScalarType<string, string>({
    name,
    description,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => {
      if (node.kind !== Kind.STRING) throw refusal(`${name} must be a string.`);
      return parse(node.value);
    },
    serialize: (value) => String(value),
  });
}

export const Text = textScalar('Text', 200, false, 'One line of text, 200 characters at most, without control characters. Spaces at either end are dropped.');

export const LongText = textScalar(
  'LongText',
  20_000,
  true,
  'Text of one or more lines, 20,000 characters at most, without control characters other than tab and line breaks. May hold personal detail: it is kept out of logs and errors.',
);
