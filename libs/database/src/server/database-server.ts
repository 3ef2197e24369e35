/** A PostgreSQL that answers: embedded, or the one DATABASE_URL names. */
export interface DatabaseServer {
  /** Signs in as the administrator of one database. Holds a password: never log it. */
  readonly adminUrl: string;
  readonly embedded: boolean;
  /** Lets go of the server; the embedded one stops when nobody else uses it. */
  stop(): Promise<void>;
}
