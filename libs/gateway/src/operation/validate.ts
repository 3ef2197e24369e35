import { GraphQLError, NoSchemaIntrospectionCustomRule, ValuesOfCorrectTypeRule, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import { LiteralValuesRule, StorableTextRule } from '../input/literal-rule';
import { costErrors } from './cost-rule';
import { ReservedAliasRule } from './reserved-alias-rule';

export type Validator = (document: DocumentNode) => readonly GraphQLError[];

/** Validates each parsed document once. `closed` hides the schema: no introspection and no suggestion of names. */
export function validator(schema: GraphQLSchema, closed: boolean): Validator {
  const rules: ValidationRule[] = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? LiteralValuesRule : rule));
  rules.push(ReservedAliasRule, StorableTextRule);
  if (closed) rules.push(NoSchemaIntrospectionCustomRule);
  const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return (document) => {
    let errors = known.get(document);
    if (!errors) {
      errors = faultsOf(schema, document, rules, closed);
      known.set(document, errors);
    }
    return errors;
  };
}

function faultsOf(schema: GraphQLSchema, document: DocumentNode, rules: ValidationRule[], closed: boolean): GraphQLError[] {
  const errors = validate(schema, document, rules, { maxErrors: 20 });
  if (errors.length === 0) return costErrors(document);
  return errors.map((error) => invalid(error, closed));
}

function invalid(error: GraphQLError, closed: boolean): GraphQLError {
  const message = closed ? error.message.replace(/ ?Did you mean [\s\S]*\?$/, '') : error.message;
  return new GraphQLError(message, { nodes: error.nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });
}
