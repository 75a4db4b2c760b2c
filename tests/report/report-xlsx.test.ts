import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadlinesCsv, unitsCsv } from '../../src/report/report-csv.ts';
import { reportXlsx } from '../../src/report/report-xlsx.ts';
import { done, reportOn, result } from './results.ts';

const SLOW = 180_000;
const REPORT = reportOn([
  done('2019-10-15', { id: '1' }),
  result({ id: '2', nominal: '2019-10-17', original: '2019-10-01' }),
  done('2019-10-10', { id: '3', unit: 'so-tai-chinh', document: '=HYPERLINK("http://x.example")' }),
]);

describe.skipIf(officeMissing())('the workbook as LibreOffice opens it', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-xlsx-'));
    await writeFile(join(folder, 'bao-cao.xlsx'), await reportXlsx(REPORT));
    await convert(folder, { asShown: true });
  }, SLOW);
  afterAll(() => rm(folder, { recursive: true }));

  it('shows the same per-unit table as the CSV, under the title and above the note', async () => {
    const lines = await sheet('Theo cơ quan');
    expect(lines[0]).toContain('Kết quả thực hiện các nhiệm vụ có thời hạn trong năm 2019');
    expect(lines[1]).toContain('Kế hoạch thử');
    expect(lines[2]).toContain('thứ Hai, 21/10/2019');
    // LibreOffice shows numbers as its own language writes them.
    expect(lines.slice(4, 8)).toEqual(records(unitsCsv(REPORT)).map((line) => line.replace('"1,5"', '1.5')));
    expect(lines.at(-1)).toContain('Trễ bình quân tính theo ngày làm việc');
  });

  it('shows the same list of deadlines as the CSV, days as days, and a formula as its words', async () => {
    const lines = await sheet('Từng thời hạn');
    expect(lines.slice(4)).toEqual(records(deadlinesCsv(REPORT)).map((line) => line.replace(`"'=`, '"=')));
  });

  it(
    'stores days as numbers of days, which a spreadsheet can sort and count',
    async () => {
      await convert(folder, { asShown: false });
      const [, first] = (await sheet('Từng thời hạn')).slice(4);
      // A real date comes out as LibreOffice's own language writes it; words would come out as they went in.
      expect(first).toContain(',10/14/2019,,10/15/2019,');
    },
    SLOW,
  );

  async function sheet(name: string): Promise<string[]> {
    const text = await readFile(join(folder, `bao-cao-${name}.csv`), 'utf8');
    return text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split(/\r?\n/);
  }
});

function records(csv: string): string[] {
  return csv.replace('\uFEFF', '').trimEnd().split('\r\n');
}

/** Writes each sheet as CSV, cells in the form that their format shows or bare. */
async function convert(folder: string, { asShown }: { asShown: boolean }): Promise<void> {
  const to = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,${asShown},false,false,-1`;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = ['--headless', profile, '--convert-to', to, '--outdir', folder, join(folder, 'bao-cao.xlsx')];
  await promisify(execFile)('soffice', args, { cwd: folder });
}

/** CI has LibreOffice: there it is an error when it is missing. */
function officeMissing(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (folders.some((folder) => existsSync(join(folder, 'soffice')))) return false;
  if (process.env.CI) throw new Error('soffice is not installed, and CI must run the tests that need it');
  console.warn('Skipped: tests that need soffice (Debian: libreoffice-calc-nogui), which is not on PATH');
  return true;
}
