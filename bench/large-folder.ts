import { mkdir, writeFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { shortDate } from '../src/calendar/wording.ts';
import { addDays } from '../src/calendar/dates.ts';
import type { Schedule } from '../src/schedule/schedule.ts';

/**
 * Writes the files of a large plan as Home Affairs would have them: every duty of `schedule`'s only plan, due on days spread over 2019 and
 * led by all its units, with the shipped calendars, under `folder`.
 */
export async function writeLargeFolder(folder: string, { folders }: Schedule): Promise<void> {
  const [first] = folders;
  const plan = first?.plans[0];
  if (first === undefined || plan === undefined) throw new Error('A schedule with a plan is needed');
  const { id, units } = first;
  const place = join(folder, id);
  await mkdir(place, { recursive: true });
  await cp('schedules/calendar', join(folder, 'calendar'), { recursive: true });
  const leads = new Set(plan.obligations.flatMap((obligation) => obligation.leads));
  await writeFile(
    join(place, 'units.yaml'),
    [
      'units:',
      ...[...units.values()].map(
        (unit) =>
          `  - { id: ${unit.id}, name: '${unit.name}', office: ${unit.office}, head: lanhdao@${unit.id}.example }`,
      ),
      `groups:\n  - id: g-tat-ca\n    name: Tất cả\n    members: [${[...leads].join(', ')}]\n`,
    ].join('\n'),
  );
  await writeFile(
    join(place, 'ladders.yaml'),
    `sending: { at: '07:30', until: '17:00' }
ladders:
  - id: mac-dinh
    name: Mặc định
    rungs:
      - { when: trước hạn 03 ngày làm việc, to: [office] }
      - { when: ngày đến hạn, to: [office] }
      - { when: quá hạn 01 ngày làm việc, to: [office, head] }
`,
  );
  const duties = plan.obligations.map(
    (obligation, row) => `  - id: ${obligation.id}
    clause: ${obligation.clause}
    title: Nhiệm vụ ${obligation.id}
    lead: g-tat-ca
    phrase: trước ngày ${shortDate(addDays('2019-01-05', row * 7))}`,
  );
  await writeFile(
    join(place, 'plan.yaml'),
    `plan:
  id: ${plan.id}
  number: 1/KH-UBND
  issued: tháng 12 năm 2018
  title: ${plan.title}
  issuer: ubnd-tinh
  followUp: so-noi-vu
  authority: ubnd-tinh
  from: 2018-02-01
  ladder: mac-dinh
obligations:
${duties.join('\n')}
`,
  );
}
