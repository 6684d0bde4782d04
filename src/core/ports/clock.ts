/** Time as an argument, so that a test can hold it still. Instants are milliseconds since 1970 in UTC. */
export interface Clock {
  now(): number;
  /** Runs `run` once after `ms` milliseconds; the returned function takes it back. */
  after(ms: number, run: () => void): () => void;
}
