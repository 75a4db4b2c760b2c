import { readLocatedYaml } from './located-yaml.ts';

type Reading = ReturnType<typeof readLocatedYaml>;

/** The last reading of each file. */
const before = new Map<string, { bytes: Uint8Array; reading: Reading }>();

/** As `readLocatedYaml`; a file at `path` that holds what it held the last time is not parsed again, as at every beat and at every step of a form. */
export function readYamlUnlessRead(path: string, bytes: Uint8Array): Reading {
  const last = before.get(path);
  if (last !== undefined && Buffer.compare(last.bytes, bytes) === 0) return last.reading;
  const reading = readLocatedYaml(bytes);
  before.set(path, { bytes, reading });
  return reading;
}
