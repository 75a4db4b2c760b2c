import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTemplates } from '../../src/mail/check-templates.ts';
import { sampleViews } from '../../src/mail/sample-views.ts';
import { createTemplates } from '../../src/mail/template-engine.ts';
import { readTemplateFiles } from '../../src/mail/template-files.ts';
import { BadCase, judging, type CaseEnd, type Family } from './family.ts';
import { judgeProblems } from './judge-problems.ts';
import { processorTime } from './processor-time.ts';
import type { Random } from './random.ts';
import { spoilTemplate } from './spoil-template.ts';

/** The shipped templates, spoilt on disk, checked and filled as `dondoc check` and the worker do. */
export const templates: Family = {
  name: 'templates',
  full: 20_000,
  short: 30,
  limit: 120_000,
  async open() {
    const dir = await mkdtemp(join(tmpdir(), 'dondoc-fuzz-templates-'));
    await cp('templates', dir, { recursive: true });
    const names = [...(await readTemplateFiles(dir)).keys()];
    const sound = await soundTime(dir);
    return { run: (random) => runCase(random, dir, names, sound), close: () => rm(dir, { recursive: true }) };
  },
};

/** The median of some checks, the first ones left out: they warm the process up. */
async function soundTime(dir: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    const begun = processorTime();
    if ((await checkTemplates(dir)).length > 0) throw new Error('The shipped templates have problems');
    times.push(processorTime() - begun);
  }
  return times.slice(2).sort((a, b) => a - b)[2] ?? 0;
}

async function runCase(
  random: Random,
  dir: string,
  names: readonly string[],
  sound: number,
): Promise<CaseEnd> {
  const file = join(dir, random.pick(names));
  const original = await readFile(file);
  const spoilt = spoilTemplate(original, random);
  await writeFile(file, spoilt);
  try {
    return await judging(spoilt, async () => {
      const begun = processorTime();
      const problems = await checkTemplates(dir);
      const took = { spoilt: processorTime() - begun, sound };
      if (problems.length === 0) {
        await judgeLetters(dir, spoilt);
        return { outcome: spoilt.equals(original) ? 'unchanged' : 'valid', took };
      }
      await judgeProblems(problems, dir, spoilt);
      return { outcome: 'refused', took };
    });
  } finally {
    await writeFile(file, original);
  }
}

/** Templates in which nothing is wrong fill every letter, each with one line of subject and no script. */
async function judgeLetters(dir: string, input: Buffer): Promise<void> {
  const filled = createTemplates(await readTemplateFiles(dir));
  for (const { view } of sampleViews()) {
    const { subject, html } = filled.render(view);
    if (/\p{Cc}/u.test(subject) || subject.trim() === '') throw new BadCase(`The subject: ${subject}`, input);
    if (/<script|<img[^>]*http/i.test(html)) throw new BadCase('A page that runs or loads something', input);
  }
}
