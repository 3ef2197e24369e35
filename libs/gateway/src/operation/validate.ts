import { GraphQLError, NoSchemaIntrospectionCustomRule, ValuesOfCorrectTypeRule, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import { LiteralValuesRule, StorableValuesRule } from '../input/literal-rule';
import { sizeErrors } from './document-size';
import { ReservedAliasRule } from './reserved-alias-rule';

export type Validator = (document: DocumentNode) => readonly GraphQLError[];

/** Measures and validates each parsed document once. `closed` hides the schema. A name is never suggested. */
export function validator(schema: GraphQLSchema, closed: boolean): Validator {
  const rules: ValidationRule[] = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? LiteralValuesRule : rule));
  rules.push(ReservedAliasRule, StorableValuesRule);
  if (closed) rules.push(NoSchemaIntrospectionCustomRule);
  const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return (document) => {
    let errors = known.get(document);
    if (!errors) {
      errors = faultsOf(schema, document, rules);
      known.set(document, errors);
    }
    return errors;
  };
}

function faultsOf(schema: GraphQLSchema, document: DocumentNode, rules: ValidationRule[]): GraphQLError[] {
  // Size first: some of the standard's rules compare each field with each other.
  const excess = sizeErrors(document);
  return excess.length > 0 ? excess : validate(schema, document, rules, { maxErrors: 20 }).map(invalid);
}

function invalid(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ ?Did you mean [\s\S]*\?$/, '');
  return new GraphQLError(message, { nodes: error.nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });
}
