/** Conditions of a list, each with its own values. `?` in the text stands for the next value. */
export class Where {
  private readonly parts: { sql: string; params: unknown[] }[] = [];

  /** Adds a condition; with `when` given as null or undefined it is left out. */
  and(sql: string, ...params: unknown[]): this {
    this.parts.push({ sql, params });
    return this;
  }

  /** Adds a condition on one value if there is one. */
  given(value: unknown, sql: string): this {
    return value === undefined || value === null ? this : this.and(sql, value);
  }

  /** The conditions as SQL; the values are pushed on `params`. */
  write(params: unknown[]): string {
    if (this.parts.length === 0) return 'true';
    return this.parts.map((part) => `(${numbered(part.sql, part.params, params)})`).join(' and ');
  }

  /** A text that is the same for the same conditions. */
  key(): string {
    return JSON.stringify(this.parts);
  }
}

/** Replaces each `?` by `$n` and pushes its value. */
export function numbered(sql: string, values: readonly unknown[], params: unknown[]): string {
  let next = 0;
  return sql.replace(/\?/g, () => {
    params.push(values[next]);
    next += 1;
    return `$${params.length}`;
  });
}
