/** What became of a known bug in one implementation of today. */
export interface Result {
  /** Its number in the catalogue of known bugs. */
  id: string;
  bug: string;
  link: string;
  target: string;
  version: string;
  verdict: 'found' | 'gone' | 'not run';
  /** How often its schedule was run, and how often it showed. */
  runs: number;
  showed: number;
  /** The sentence of the property, and its trace in traces/recorded/<target>. */
  says?: string;
  file?: string;
  /** The commit that mended it, where the version contains one, and its day. */
  fix?: { commit: string; date: string };
  /** Why it was not run, or what else is to be said. */
  why?: string;
}
