import { createHash } from 'node:crypto';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { BackupRefused } from './backup-refused.ts';
import { ARCHIVE_VERSION, manifestShape, type Manifest } from './manifest.ts';

/** The record's data folder, as PGlite gives it. */
export const RECORD = 'record.tar.gz';

/** Folders of files that people write. */
export const FOLDERS = ['schedules', 'templates'] as const;

export interface Archive {
  manifest: Manifest;
  /** Contents by their names in the archive: the record, and files below `schedules/` and `templates/`. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Packs contents into one zip file with a manifest that holds a checksum of each, and a checksum of the manifest. */
export function pack(
  said: Pick<Manifest, 'version' | 'at' | 'migrations'>,
  files: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const sums = [...files].map(([name, content]) => [name, { bytes: content.length, sha256: sum(content) }]);
  const manifest: Manifest = {
    product: 'dondoc',
    archive: ARCHIVE_VERSION,
    ...said,
    files: Object.fromEntries(sums) as Manifest['files'],
  };
  const text = Buffer.from(JSON.stringify(manifest, undefined, 2));
  const entries: Zippable = { [MANIFEST]: text, [MANIFEST_SUM]: Buffer.from(sum(text)) };
  // What is compressed already is only stored.
  for (const [name, content] of files) entries[name] = [content, { level: name === RECORD ? 0 : 6 }];
  return zipSync(entries, { mtime: said.at });
}

/** Reads an archive and holds every content against its checksum. @throws BackupRefused for anything that is not whole */
export function unpack(bytes: Uint8Array): Archive {
  const entries = unzipped(bytes);
  const text = entries.get(MANIFEST);
  const expected = entries.get(MANIFEST_SUM);
  if (text === undefined && expected === undefined) throw new BackupRefused(FOREIGN);
  if (text === undefined || expected === undefined) throw damaged('thiếu bản kê');
  if (sum(text) !== Buffer.from(expected).toString('latin1')) throw damaged('bản kê sai mã kiểm tra');
  const manifest = readManifest(text);
  const files = new Map<string, Uint8Array>();
  for (const [name, { bytes: length, sha256 }] of Object.entries(manifest.files)) {
    const content = entries.get(name);
    if (!isOurs(name)) throw new BackupRefused(`${FOREIGN} Tên tệp không được phép: ${name}`);
    if (content === undefined) throw damaged(`thiếu ${name}`);
    if (content.length !== length || sum(content) !== sha256) throw damaged(`${name} sai mã kiểm tra`);
    files.set(name, content);
  }
  if (!files.has(RECORD)) throw damaged(`thiếu ${RECORD}`);
  return { manifest, files };
}

const MANIFEST = 'manifest.json';
const MANIFEST_SUM = 'manifest.sha256';
const FOREIGN = 'Tệp này không phải bản sao lưu của Đôn Đốc.';

/** Deflate makes nothing smaller than to a thousandth or so: whoever says more lies about it. */
const SMALLEST = 1100;

function unzipped(bytes: Uint8Array): Map<string, Uint8Array> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) throw new BackupRefused(FOREIGN);
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (originalSize > bytes.length * SMALLEST) throw new Error(`${name}: ${originalSize}`);
        return true;
      },
    });
    return new Map(Object.entries(entries));
  } catch {
    throw damaged('không mở được');
  }
}

function readManifest(text: Uint8Array): Manifest {
  let said: unknown;
  try {
    said = JSON.parse(Buffer.from(text).toString('utf8'));
  } catch {
    throw damaged('bản kê không đọc được');
  }
  const newer = said as { archive?: unknown; version?: unknown } | null;
  if (typeof newer?.archive === 'number' && newer.archive > ARCHIVE_VERSION)
    throw new BackupRefused(
      `Bản sao lưu này do một bản mới hơn của Đôn Đốc làm (${String(newer.version)}); hãy khôi phục bằng bản đó.`,
    );
  const manifest = manifestShape.safeParse(said);
  if (!manifest.success) throw new BackupRefused(FOREIGN);
  return manifest.data;
}

/** The record, or a plain path below one of our folders: an archive made by somebody else must not write anywhere else. */
function isOurs(name: string): boolean {
  if (name === RECORD) return true;
  const [folder, ...rest] = name.split('/');
  const isPlain = (part: string) => part !== '' && !part.startsWith('.') && !/[\\\0:]/.test(part);
  return FOLDERS.some((known) => known === folder) && rest.length > 0 && rest.every(isPlain);
}

function damaged(what: string): BackupRefused {
  return new BackupRefused(`Bản sao lưu bị hỏng hoặc bị cắt (${what}); không khôi phục gì.`);
}

function sum(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
