import { statSync } from 'node:fs';
import { readSecretFiles, SECRETS } from './secret-files.ts';
import { SETTING_NAMES } from './settings.ts';

/** What can be told of how the settings are given, without any of their values. */
export interface SettingsGiven {
  /** The settings that stand nowhere. */
  unset: string[];
  /** The files with secrets that accounts other than their owner and group may read. */
  openFiles: string[];
}

const OTHERS_READ = 0o004;
const ENV_FILE = '.env';

/** How this process's settings are given, by its environment and the `.env` file that has been read into it. */
export function settingsGiven(environment = process.env, envFile = ENV_FILE): SettingsGiven {
  const { environment: filled, origins } = readSecretFiles(environment);
  const holdsSecret = SECRETS.some((name) => environment[name]?.trim() && !origins.has(name));
  const files = [...origins.values(), ...(holdsSecret ? [envFile] : [])];
  return {
    unset: SETTING_NAMES.filter((name) => !filled[name]?.trim()),
    openFiles: [...new Set(files)].filter(isOpen),
  };
}

function isOpen(file: string): boolean {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  return mode !== undefined && (mode & OTHERS_READ) !== 0;
}
