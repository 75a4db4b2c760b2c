import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the property tests take their chance from. */
    seed: number;
  }
}

/** Every property test of the run draws from one seed; a counterexample is printed with it. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject('seed') });
