import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTemplates } from '../../src/mail/check-templates.ts';
import { readTemplateFiles } from '../../src/mail/template-files.ts';
import { formatProblem } from '../../src/schedule/problem.ts';

const SHIPPED = join(import.meta.dirname, '../../templates');
const WRONG = join(import.meta.dirname, 'wrong-templates');
const cases = await readdir(WRONG);
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dondoc-templates-'));
});
afterAll(() => rm(root, { recursive: true }));

describe('the templates check', () => {
  it('finds nothing wrong with the shipped templates', async () => {
    expect(await checkTemplates(SHIPPED)).toEqual([]);
  });

  it.each(cases)('refuses and locates: %s', async (name) => {
    const dir = await composed(name);
    const lines = (await checkTemplates(dir)).map((problem) =>
      formatProblem(problem).replace(dir, 'templates'),
    );
    expect(lines.join('\n')).toBe((await readFile(join(WRONG, name, 'expected.txt'), 'utf8')).trim());
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^templates\/[^:]+\.(txt|html):\d+:\d+: \S/);
  });

  it('refuses a file too long to be a letter', async () => {
    const dir = join(root, 'long');
    await cp(SHIPPED, dir, { recursive: true });
    await writeFile(join(dir, 'parts/who.txt'), 'a'.repeat(200_000));
    const [problem] = await checkTemplates(dir);
    expect(problem).toMatchObject({
      line: 1,
      column: 1,
      message: expect.stringContaining('quá dài') as string,
    });
  });

  it('of a part that would never end tells once, and fills no other letter with it', async () => {
    const dir = join(root, 'endless-part');
    await cp(SHIPPED, dir, { recursive: true });
    const loop = '{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}';
    await writeFile(join(dir, 'parts/who.txt'), `${loop}x${'{% endfor %}'.repeat(3)}`);
    const problems = await checkTemplates(dir);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('lặp quá nhiều')]);
  }, 120_000);

  it('answers with places, and never with an exception, whatever the files hold', async () => {
    const shipped = await readTemplateFiles(SHIPPED);
    const dir = join(root, 'mutated');
    await cp(SHIPPED, dir, { recursive: true });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...shipped.keys()),
        fc.nat(),
        fc.nat(40),
        fc.oneof(
          fc.constantFrom('{{', '}}', '{%', '%}', '|', '"', '<', '[', '.', '\n', '\0'),
          fc.string({ unit: 'grapheme' }),
        ),
        async (name, at, cut, added) => {
          const source = shipped.get(name) ?? '';
          const place = at % (source.length + 1);
          await writeFile(join(dir, name), source.slice(0, place) + added + source.slice(place + cut));
          const problems = await checkTemplates(dir);
          await writeFile(join(dir, name), source);
          for (const { file, line, column, message } of problems) {
            expect(file.startsWith(dir)).toBe(true);
            expect(Math.min(line, column)).toBeGreaterThan(0);
            expect(message).not.toBe('');
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says so when the folder cannot be read', async () => {
    const lines = (await checkTemplates(join(root, 'nowhere'))).map(({ message }) => message);
    expect(lines).toEqual(['Không đọc được thư mục mẫu thư']);
  });
});

/** The shipped templates with the case's files laid over them and the files of its `removed.txt` taken away. */
async function composed(name: string): Promise<string> {
  const dir = join(root, name);
  await cp(SHIPPED, dir, { recursive: true });
  await cp(join(WRONG, name), dir, {
    recursive: true,
    filter: (source) => !/(expected|removed)\.txt$/.test(source),
  });
  const removed = await readFile(join(WRONG, name, 'removed.txt'), 'utf8').catch(() => '');
  for (const file of removed.split('\n').filter(Boolean)) await rm(join(dir, file));
  return dir;
}
