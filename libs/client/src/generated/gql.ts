/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ChildByReference($caseReference: Text!) {\n  childByReference(caseReference: $caseReference) {\n    id\n    caseReference\n    birthYear\n    birthMonth\n    allocatedWorker {\n      id\n      displayName\n      lastSupervisedOn\n    }\n    team {\n      id\n      name\n    }\n    iro {\n      id\n      displayName\n    }\n    episodes(first: 25) {\n      edges {\n        node {\n          id\n          kind\n          startedOn\n          endedOn\n        }\n      }\n    }\n    reviews(first: 25) {\n      edges {\n        node {\n          id\n          kind\n          heldOn\n          participationCode\n        }\n      }\n    }\n    audits(first: 25) {\n      edges {\n        node {\n          id\n          state\n          grade\n          dueOn\n          submittedOn\n          actions(first: 25) {\n            edges {\n              node {\n                id\n                title\n                state\n                dueOn\n              }\n            }\n          }\n        }\n      }\n    }\n    supervisionDiscussions(first: 25) {\n      edges {\n        node {\n          id\n          heldOn\n          decision\n        }\n      }\n    }\n    views(first: 25) {\n      edges {\n        node {\n          id\n          onDate\n          seen\n          seenAlone\n        }\n      }\n    }\n  }\n}": typeof types.ChildByReferenceDocument,
    "query Me {\n  me {\n    id\n    displayName\n    jobTitle\n    team {\n      id\n      name\n      service {\n        id\n        name\n      }\n    }\n    manager {\n      id\n      displayName\n    }\n    roles {\n      role\n      scope\n    }\n  }\n}": typeof types.MeDocument,
    "query TeamPage($id: ID!) {\n  team(id: $id) {\n    id\n    name\n    workers {\n      id\n      displayName\n      lastSupervisedOn\n    }\n    audits(first: 25) {\n      edges {\n        node {\n          id\n          state\n          grade\n          dueOn\n          auditor {\n            id\n            displayName\n          }\n        }\n      }\n    }\n    actions(first: 25) {\n      edges {\n        node {\n          id\n          title\n          state\n          dueOn\n          owner {\n            id\n            displayName\n          }\n        }\n      }\n    }\n  }\n}": typeof types.TeamPageDocument,
};
const documents: Documents = {
    "query ChildByReference($caseReference: Text!) {\n  childByReference(caseReference: $caseReference) {\n    id\n    caseReference\n    birthYear\n    birthMonth\n    allocatedWorker {\n      id\n      displayName\n      lastSupervisedOn\n    }\n    team {\n      id\n      name\n    }\n    iro {\n      id\n      displayName\n    }\n    episodes(first: 25) {\n      edges {\n        node {\n          id\n          kind\n          startedOn\n          endedOn\n        }\n      }\n    }\n    reviews(first: 25) {\n      edges {\n        node {\n          id\n          kind\n          heldOn\n          participationCode\n        }\n      }\n    }\n    audits(first: 25) {\n      edges {\n        node {\n          id\n          state\n          grade\n          dueOn\n          submittedOn\n          actions(first: 25) {\n            edges {\n              node {\n                id\n                title\n                state\n                dueOn\n              }\n            }\n          }\n        }\n      }\n    }\n    supervisionDiscussions(first: 25) {\n      edges {\n        node {\n          id\n          heldOn\n          decision\n        }\n      }\n    }\n    views(first: 25) {\n      edges {\n        node {\n          id\n          onDate\n          seen\n          seenAlone\n        }\n      }\n    }\n  }\n}": types.ChildByReferenceDocument,
    "query Me {\n  me {\n    id\n    displayName\n    jobTitle\n    team {\n      id\n      name\n      service {\n        id\n        name\n      }\n    }\n    manager {\n      id\n      displayName\n    }\n    roles {\n      role\n      scope\n    }\n  }\n}": types.MeDocument,
    "query TeamPage($id: ID!) {\n  team(id: $id) {\n    id\n    name\n    workers {\n      id\n      displayName\n      lastSupervisedOn\n    }\n    audits(first: 25) {\n      edges {\n        node {\n          id\n          state\n          grade\n          dueOn\n          auditor {\n            id\n            displayName\n          }\n        }\n      }\n    }\n    actions(first: 25) {\n      edges {\n        node {\n          id\n          title\n          state\n          dueOn\n          owner {\n            id\n            displayName\n          }\n        }\n      }\n    }\n  }\n}": types.TeamPageDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChildByReference($caseReference: Text!) {\n  childByReference(caseReference: $caseReference) {\n    id\n    caseReference\n    birthYear\n    birthMonth\n    allocatedWorker {\n      id\n      displayName\n      lastSupervisedOn\n    }\n    team {\n      id\n      name\n    }\n    iro {\n      id\n      displayName\n    }\n    episodes(first: 25) {\n      edges {\n        node {\n          id\n          kind\n          startedOn\n          endedOn\n        }\n      }\n    }\n    reviews(first: 25) {\n      edges {\n        node {\n          id\n          kind\n          heldOn\n          participationCode\n        }\n      }\n    }\n    audits(first: 25) {\n      edges {\n        node {\n          id\n          state\n          grade\n          dueOn\n          submittedOn\n          actions(first: 25) {\n            edges {\n              node {\n                id\n                title\n                state\n                dueOn\n              }\n            }\n          }\n        }\n      }\n    }\n    supervisionDiscussions(first: 25) {\n      edges {\n        node {\n          id\n          heldOn\n          decision\n        }\n      }\n    }\n    views(first: 25) {\n      edges {\n        node {\n          id\n          onDate\n          seen\n          seenAlone\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query ChildByReference($caseReference: Text!) {\n  childByReference(caseReference: $caseReference) {\n    id\n    caseReference\n    birthYear\n    birthMonth\n    allocatedWorker {\n      id\n      displayName\n      lastSupervisedOn\n    }\n    team {\n      id\n      name\n    }\n    iro {\n      id\n      displayName\n    }\n    episodes(first: 25) {\n      edges {\n        node {\n          id\n          kind\n          startedOn\n          endedOn\n        }\n      }\n    }\n    reviews(first: 25) {\n      edges {\n        node {\n          id\n          kind\n          heldOn\n          participationCode\n        }\n      }\n    }\n    audits(first: 25) {\n      edges {\n        node {\n          id\n          state\n          grade\n          dueOn\n          submittedOn\n          actions(first: 25) {\n            edges {\n              node {\n                id\n                title\n                state\n                dueOn\n              }\n            }\n          }\n        }\n      }\n    }\n    supervisionDiscussions(first: 25) {\n      edges {\n        node {\n          id\n          heldOn\n          decision\n        }\n      }\n    }\n    views(first: 25) {\n      edges {\n        node {\n          id\n          onDate\n          seen\n          seenAlone\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Me {\n  me {\n    id\n    displayName\n    jobTitle\n    team {\n      id\n      name\n      service {\n        id\n        name\n      }\n    }\n    manager {\n      id\n      displayName\n    }\n    roles {\n      role\n      scope\n    }\n  }\n}"): (typeof documents)["query Me {\n  me {\n    id\n    displayName\n    jobTitle\n    team {\n      id\n      name\n      service {\n        id\n        name\n      }\n    }\n    manager {\n      id\n      displayName\n    }\n    roles {\n      role\n      scope\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TeamPage($id: ID!) {\n  team(id: $id) {\n    id\n    name\n    workers {\n      id\n      displayName\n      lastSupervisedOn\n    }\n    audits(first: 25) {\n      edges {\n        node {\n          id\n          state\n          grade\n          dueOn\n          auditor {\n            id\n            displayName\n          }\n        }\n      }\n    }\n    actions(first: 25) {\n      edges {\n        node {\n          id\n          title\n          state\n          dueOn\n          owner {\n            id\n            displayName\n          }\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query TeamPage($id: ID!) {\n  team(id: $id) {\n    id\n    name\n    workers {\n      id\n      displayName\n      lastSupervisedOn\n    }\n    audits(first: 25) {\n      edges {\n        node {\n          id\n          state\n          grade\n          dueOn\n          auditor {\n            id\n            displayName\n          }\n        }\n      }\n    }\n    actions(first: 25) {\n      edges {\n        node {\n          id\n          title\n          state\n          dueOn\n          owner {\n            id\n            displayName\n          }\n        }\n      }\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;