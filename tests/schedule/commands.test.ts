import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from 'commander';
import { checkCommand } from '../../src/cli/check.ts';
import { Refusal, type CliContext } from '../../src/cli/context.ts';
import { initCommand } from '../../src/cli/init.ts';
import { schemaCommand } from '../../src/cli/schema.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { copyOfValid } from './compose-case.ts';

const SHIPPED = join(import.meta.dirname, '../../schedules');

let dir: string;
let out: string[];
let err: string[];
let context: CliContext;
beforeEach(async () => {
  dir = await copyOfValid();
  out = [];
  err = [];
  context = {
    clock: virtualClock(new Date('2019-06-01T00:00:00Z')),
    settings: () => parseSettings({ SCHEDULES: dir, TEMPLATES: 'mau-thu' }),
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    colour: false,
    inputLines: async function* () {},
  };
});
afterEach(async () => {
  process.exitCode = undefined;
  await rm(dir, { recursive: true });
});

function run(command: Command, ...words: string[]): Promise<Command> {
  return command.exitOverride().parseAsync(words, { from: 'user' });
}

async function misspell(): Promise<void> {
  const path = join(dir, 'tinh-thu/plan.yaml');
  await writeFile(path, (await readFile(path, 'utf8')).replace('via: so-noi-vu', 'via: so-noi-vj'));
}

/** Leaves a question at two duties. */
async function ask(): Promise<string> {
  const path = join(dir, 'tinh-thu/plan.yaml');
  const text = (await readFile(path, 'utf8'))
    .replace('    lead: so-tu-phap\n', '    confirm: Ngày này có đúng không?\n$&')
    .replace('    via: so-noi-vu\n', '    confirm: Nơi nhận có đúng không?\n$&');
  await writeFile(path, text);
  return path;
}

describe('check', () => {
  it('says what was read when nothing is wrong', async () => {
    await run(checkCommand(context));
    expect(out.join('\n')).toMatch(/1 thư mục, 1 kế hoạch, 5 cơ quan/);
    expect(out.join('\n')).toMatch(/4 nhiệm vụ có thời hạn, 1 nhiệm vụ thường xuyên/);
    expect(out.join('\n')).toMatch(/0 điều cần xác nhận/);
    expect(err).toEqual([]);
    expect(process.exitCode).toBeUndefined();
  });

  it('prints the problems, counts them on standard error and fails', async () => {
    await misspell();
    await run(checkCommand(context));
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(/tinh-thu\/plan\.yaml:23:10: .* — có phải ý bạn là “so-noi-vu”\?$/);
    expect(err).toEqual(['Có 1 lỗi cần sửa.']);
    expect(process.exitCode).toBe(1);
  });

  it('checks the folder it is given instead of the one in the settings', async () => {
    await misspell();
    await run(checkCommand(context), SHIPPED);
    expect(process.exitCode).toBeUndefined();
  });

  it('prints one JSON object when asked to', async () => {
    await misspell();
    await run(checkCommand(context), '--json');
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      ok: false,
      problems: [{ line: 23, column: 10, suggestion: 'so-noi-vu' }],
    });
    expect(err).toEqual([]);
    expect(process.exitCode).toBe(1);
  });

  it('counts in JSON what was read', async () => {
    await run(checkCommand(context), '--json');
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      ok: true,
      problems: [],
      counts: { folders: 1, plans: 1, dated: 4, standing: 1, units: 5, toConfirm: 0 },
    });
  });

  it('lists the questions to be confirmed when asked to, each at its line, and succeeds', async () => {
    const plan = await ask();
    await run(checkCommand(context));
    expect(out.join('\n')).toContain('2 điều cần xác nhận');
    expect(out.join('\n')).not.toContain('có đúng không?');

    out.length = 0;
    await run(checkCommand(context), '--confirm');
    expect(out.slice(-2)).toEqual([
      `${plan}:15: B01: Ngày này có đúng không?`,
      `${plan}:24: B02: Nơi nhận có đúng không?`,
    ]);
    expect(process.exitCode).toBeUndefined();
  });

  it('gives the questions in JSON only when asked to', async () => {
    const plan = await ask();
    await run(checkCommand(context), '--json');
    await run(checkCommand(context), '--json', '--confirm');
    const [without, withThem] = out.map((line) => JSON.parse(line) as { questions?: unknown[] });
    expect(without).not.toHaveProperty('questions');
    expect(withThem?.questions).toHaveLength(2);
    expect(withThem?.questions?.[0]).toEqual({
      file: plan,
      line: 15,
      id: 'B01',
      question: 'Ngày này có đúng không?',
    });
  });

  it('fails for a wrong template even when the schedules are sound', async () => {
    const seen: string[] = [];
    const checkTemplates = async (templates: string) => {
      seen.push(templates);
      return [{ file: 'mau-thu/x.txt', line: 3, column: 2, message: 'sai' }];
    };
    await run(checkCommand(context, checkTemplates));
    expect(seen).toEqual(['mau-thu']);
    expect(out).toEqual(['mau-thu/x.txt:3:2: sai']);
    expect(process.exitCode).toBe(1);
  });
});

describe('init', () => {
  beforeEach(async () => {
    await rm(dir, { recursive: true });
    dir = await mkdtemp(join(tmpdir(), 'schedules-'));
    await cp(SHIPPED, dir, { recursive: true });
  });

  it('makes a folder that passes check, with its own plan id and every comment kept', async () => {
    await run(initCommand(context), 'lao-cai-2026');
    const plan = await readFile(join(dir, 'lao-cai-2026/plan.yaml'), 'utf8');
    const model = await readFile(join(dir, 'mau-2026/plan.yaml'), 'utf8');
    expect(plan).toBe(model.replace('id: mau-2026', 'id: lao-cai-2026'));
    expect(plan).not.toBe(model);
    expect(out.join('\n')).toContain(`dondoc check ${join(dir, 'lao-cai-2026')}`);

    out.length = 0;
    await run(checkCommand(context));
    expect(process.exitCode, out.join('\n')).toBeUndefined();
  });

  it('copies another folder when told to, and keeps several plans apart', async () => {
    await cp(join(dir, 'mau-2026/plan.yaml'), join(dir, 'mau-2026/plan-b.yaml'));
    await run(initCommand(context), 'moi', '--from', 'mau-2026');
    expect(await readFile(join(dir, 'moi/plan-b.yaml'), 'utf8')).toContain('id: moi-b\n');
    expect(await readFile(join(dir, 'moi/plan.yaml'), 'utf8')).toContain('id: moi\n');
  });

  it.each(['Lào Cai', 'lao cai', '../ngoai', 'LAOCAI', 'lao--cai', '-lao', 'calendar', 'x'.repeat(61)])(
    'refuses the name "%s"',
    async (name) => {
      await expect(run(initCommand(context), '--', name)).rejects.toThrow(Refusal);
    },
  );

  it('refuses a name that is taken and leaves that folder alone', async () => {
    const before = await readFile(join(dir, 'kon-tum-2019/plan.yaml'), 'utf8');
    await expect(run(initCommand(context), 'kon-tum-2019')).rejects.toThrow(/đã có/);
    expect(await readFile(join(dir, 'kon-tum-2019/plan.yaml'), 'utf8')).toBe(before);
  });

  it('refuses a model that does not exist and names the nearest', async () => {
    await expect(run(initCommand(context), 'moi', '--from', 'mau-2025')).rejects.toThrow(/“mau-2026”/);
    await expect(run(initCommand(context), 'moi', '--from', '../mau-2026')).rejects.toThrow(Refusal);
  });
});

describe('schema', () => {
  it('writes the four schemas beside the schedules', async () => {
    await run(schemaCommand(context));
    const written = await readFile(join(dir, 'schema/plan.schema.json'), 'utf8');
    expect(JSON.parse(written)).toHaveProperty('properties.obligations');
    expect(out).toHaveLength(4);
  });

  it('writes them elsewhere when told to, and check does not mind them', async () => {
    await mkdir(join(dir, 'schema'));
    await run(schemaCommand(context), '--out', join(dir, 'schema/moi'));
    await readFile(join(dir, 'schema/moi/units.schema.json'), 'utf8');
    await run(checkCommand(context));
    expect(process.exitCode).toBeUndefined();
  });
});
