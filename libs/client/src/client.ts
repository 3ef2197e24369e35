import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** One error of the graph: `code` is one of the contract's, `requestId` is in the platform's logs too. */
export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; requestId: string };
}

/** Everything went unanswered, or a part of it did: `data` holds what came all the same. */
export class GraphFailure extends Error {
  readonly errors: GraphError[];
  readonly data: unknown;

  constructor(errors: GraphError[], data: unknown) {
    super(errors.map((error) => `${error.extensions.code}: ${error.message}`).join('; '));
    this.name = 'GraphFailure';
    this.errors = errors;
    this.data = data;
  }
}

export interface ClientOptions {
  /** Where the graph answers, as in https://quality.example.org/graphql. */
  url: string;
  /** The person's token, asked for each request. */
  token: () => string | Promise<string>;
  /** Another fetch than the global one. */
  fetch?: typeof globalThis.fetch;
}

/** Asks typed documents of the graph: variables and answers have their types from the schema. */
export class GraphClient {
  private readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }

  /** The answer's data. Throws GraphFailure when the answer has errors, and whatever fetch throws when there is no answer. */
  async ask<Data, Variables extends Record<string, unknown>>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
    const { url, token, fetch = globalThis.fetch } = this.options;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
      body: JSON.stringify({ query: print(document), variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: GraphError[] };
    if (errors?.length) throw new GraphFailure(errors, data);
    return data;
  }
}
