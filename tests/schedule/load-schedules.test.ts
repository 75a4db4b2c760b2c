import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCalendar, loadSchedules } from '../../src/schedule/load-schedules.ts';
import { copyOfValid } from './compose-case.ts';

let dir: string;
beforeEach(async () => {
  dir = await copyOfValid();
});
afterEach(() => rm(dir, { recursive: true }));

async function load(path = dir) {
  const loaded = await loadSchedules(path);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded;
}

describe('sound schedules', () => {
  it('load with their groups opened, their rungs in order and their phrases read', async () => {
    const { schedule } = await load();
    const [folder] = schedule.folders;
    const [plan] = folder?.plans ?? [];

    expect(folder?.id).toBe('tinh-thu');
    expect(folder?.sending).toEqual({ at: '07:30', until: '17:00' });
    expect(folder?.groups.get('g-tat-ca')?.members).toEqual(['so-noi-vu', 'so-tu-phap', 'so-tai-chinh']);
    expect(plan?.ladder.rungs.map(({ id, offset }) => [id, offset])).toEqual([
      ['T-3', -3],
      ['T0', 0],
      ['T+1', 1],
    ]);
    expect(plan?.obligations.map(({ id, rule }) => [id, rule.kind])).toEqual([
      ['B01', 'once'],
      ['B02', 'quarterly'],
      ['B03', 'after-event'],
      ['B04', 'standing'],
      ['B05', 'once'],
    ]);
  });

  it('give a duty its own ladder and follow-up unit, else those of the plan', async () => {
    const obligations = (await load()).schedule.folders[0]?.plans[0]?.obligations;
    expect(obligations?.map(({ ladder }) => ladder.id)).toEqual([
      'mac-dinh',
      'mac-dinh',
      'mac-dinh',
      'mac-dinh',
      'nhe',
    ]);
    expect(obligations?.[0]?.followUp).toBe('so-noi-vu');
  });

  it('name the group when a whole group leads, and only then', async () => {
    const obligations = (await load()).schedule.folders[0]?.plans[0]?.obligations;
    expect(obligations?.map(({ leadName }) => leadName)).toEqual([
      undefined,
      'các cơ quan, đơn vị',
      undefined,
      undefined,
      undefined,
    ]);
    expect(obligations?.[1]?.leads).toEqual(['so-noi-vu', 'so-tu-phap', 'so-tai-chinh']);
    expect(obligations?.[3]?.leads).toEqual(['so-noi-vu', 'so-tai-chinh']);
  });

  it('read "due" before the plan\'s own phrase and keep both', async () => {
    const periodic = (await load()).schedule.folders[0]?.plans[0]?.obligations[1];
    expect(periodic?.phrase).toBe('định kỳ');
    expect(periodic?.due).toContain('ngày 20');
    expect(periodic?.explanation).not.toBe('');
  });

  it('take a duty without time words as a standing one when it says so', async () => {
    await edit('tinh-thu/plan.yaml', (text) => text.replace('phrase: thường xuyên', 'standing: true'));
    expect((await load()).schedule.folders[0]?.plans[0]?.obligations[3]?.rule.kind).toBe('standing');
  });

  it('may say of a duty with the words of a standing one that it is standing', async () => {
    await edit('tinh-thu/plan.yaml', (text) => text.replace('phrase: thường', 'standing: true\n    $&'));
    expect((await load()).schedule.folders[0]?.plans[0]?.obligations[3]?.rule.kind).toBe('standing');
  });

  it('may repeat without end, until the last working day that the calendar knows', async () => {
    await edit('tinh-thu/plan.yaml', (text) =>
      text
        .replace('  to: 2020-12-31\n', '')
        .replace('trong tháng 11 năm 2019', 'ngày làm việc cuối cùng của tháng hằng tháng'),
    );
    const rule = (await load()).schedule.folders[0]?.plans[0]?.obligations[4]?.rule;
    expect(rule).toMatchObject({ kind: 'monthly', day: 'last-working' });
  });

  it('put the rungs of a ladder in order of time', async () => {
    await edit('tinh-thu/ladders.yaml', (text) =>
      text.replace('trước hạn 03', 'quá hạn 05').replace('ngày đến hạn', 'trước hạn 10 ngày làm việc'),
    );
    const ladder = (await load()).schedule.folders[0]?.plans[0]?.ladder;
    expect(ladder?.rungs.map(({ offset }) => offset)).toEqual([-10, 1, 5]);
  });

  it('carry a draft urging letter on the rung that says so, and only there', async () => {
    await edit('tinh-thu/ladders.yaml', (text) =>
      text.replace(
        'to: [office, head]',
        `to: [office, head, followUp]
      - when: quá hạn 05 ngày làm việc
        to: [followUp]
        draft: true`,
      ),
    );
    const ladder = (await load()).schedule.folders[0]?.plans[0]?.ladder;
    expect(ladder?.rungs.slice(2)).toEqual([
      { id: 'T+1', offset: 1, to: ['office', 'head', 'followUp'] },
      { id: 'T+5', offset: 5, to: ['followUp'], draft: true },
    ]);
  });

  it('climb a repeating rung as often as it says, among the rungs below it', async () => {
    await edit('tinh-thu/ladders.yaml', (text) =>
      text.replace(
        'to: [office, head]',
        `to: [office, head]
        repeat: mỗi 05 ngày làm việc, tối đa 03 lần
      - when: quá hạn 08 ngày làm việc
        to: [authority]`,
      ),
    );
    const ladder = (await load()).schedule.folders[0]?.plans[0]?.ladder;
    expect(ladder?.rungs.slice(2)).toEqual([
      { id: 'T+1', offset: 1, to: ['office', 'head'] },
      { id: 'T+6', offset: 6, to: ['office', 'head'] },
      { id: 'T+8', offset: 8, to: ['authority'] },
      { id: 'T+11', offset: 11, to: ['office', 'head'] },
      { id: 'T+16', offset: 16, to: ['office', 'head'] },
    ]);
  });

  it('load from files with the line ends of Windows or of old Macs', async () => {
    const { schedule } = await load();
    for (const end of ['\r\n', '\r']) {
      await edit('tinh-thu/plan.yaml', (text) => text.split(/\r\n|\r|\n/).join(end));
      expect((await load()).schedule.folders[0]?.plans).toEqual(schedule.folders[0]?.plans);
    }
  });

  it('come with the questions that are still to be asked, and where they stand', async () => {
    expect((await load()).questions).toEqual([]);
    await edit('tinh-thu/plan.yaml', (text) =>
      text.replace('    via: so-noi-vu\n', '$&    confirm: Qua Sở Nội vụ có đúng không?\n'),
    );
    expect((await load()).questions).toEqual([
      {
        file: join(dir, 'tinh-thu/plan.yaml'),
        line: 24,
        id: 'B02',
        question: 'Qua Sở Nội vụ có đúng không?',
      },
    ]);
  });

  it('send from 07:30 to 17:00 when the file does not say when', async () => {
    await edit('tinh-thu/ladders.yaml', (text) => text.slice(text.indexOf('ladders:')));
    expect((await load()).schedule.folders[0]?.sending).toEqual({ at: '07:30', until: '17:00' });
  });

  it('keep names in one Unicode form, however they were typed', async () => {
    await edit('tinh-thu/units.yaml', (text) => text.normalize('NFD'));
    expect((await load()).schedule.folders[0]?.units.get('so-tu-phap')?.name).toBe(
      'Sở Tư pháp'.normalize('NFC'),
    );
  });

  it('may be read one folder at a time, with the calendar beside it', async () => {
    await cp(join(dir, 'tinh-thu'), join(dir, 'tinh-hai'), { recursive: true });
    await edit('tinh-hai/plan.yaml', (text) => text.replace('tinh-thu-2019', 'tinh-hai-2019'));
    expect((await load()).schedule.folders.map(({ id }) => id)).toEqual(['tinh-hai', 'tinh-thu']);

    const alone = await load(join(dir, 'tinh-hai'));
    expect(alone.schedule.folders.map(({ id }) => id)).toEqual(['tinh-hai']);
    expect(alone.schedule.calendar.firstYear).toBe(2019);
  });

  it('may have several plans in one folder', async () => {
    const text = await readFile(join(dir, 'tinh-thu/plan.yaml'), 'utf8');
    await writeFile(join(dir, 'tinh-thu/plan-2020.yaml'), text.replace('tinh-thu-2019', 'tinh-thu-2020'));
    const plans = (await load()).schedule.folders[0]?.plans.map(({ id }) => id);
    expect(plans).toEqual(['tinh-thu-2020', 'tinh-thu-2019']);
  });

  it('may hold files that are not YAML, which are not read', async () => {
    await writeFile(join(dir, 'tinh-thu/ghi-chu.txt'), 'x');
    await writeFile(join(dir, 'README.md'), 'x');
    await expect(load()).resolves.toBeDefined();
  });
});

describe('the fingerprint', () => {
  it('is the same wherever the schedules lie', async () => {
    const other = await copyOfValid();
    const [here, there] = [await load(), await load(other)];
    await rm(other, { recursive: true });
    expect(here.fingerprint).toBe(there.fingerprint);
    expect(here.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with a file, with a comment, with the calendar and with a name', async () => {
    const seen = new Set([(await load()).fingerprint]);
    await edit('tinh-thu/units.yaml', (text) => `# ghi chú\n${text}`);
    seen.add((await load()).fingerprint);
    await edit('calendar/2019.yaml', (text) => text.replace('version: 1', 'version: 2'));
    seen.add((await load()).fingerprint);
    await rename(join(dir, 'tinh-thu/plan.yaml'), join(dir, 'tinh-thu/plan-1.yaml'));
    seen.add((await load()).fingerprint);
    expect(seen.size).toBe(4);
  });
});

describe('the calendar', () => {
  it('loads from the root and from a folder beside it', async () => {
    for (const path of [dir, join(dir, 'tinh-thu')]) {
      const loaded = await loadCalendar(path);
      expect(loaded.ok && loaded.calendar.isWorkingDay('2019-05-04')).toBe(true);
    }
  });

  it('is refused with its problems when a file is wrong, whatever the plans say', async () => {
    await edit('calendar/2019.yaml', (text) => text.replace('kind: bu', 'kind: buu'));
    await edit('tinh-thu/plan.yaml', () => '');
    const loaded = await loadCalendar(dir);
    expect(loaded.ok ? [] : loaded.problems.map(({ file }) => file)).toEqual([
      join(dir, 'calendar/2019.yaml'),
    ]);
  });

  it('is not there in a folder without one', async () => {
    await rm(join(dir, 'calendar'), { recursive: true });
    await expect(loadCalendar(join(dir, 'tinh-thu'))).resolves.toMatchObject({ ok: false });
  });
});

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(dir, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}
