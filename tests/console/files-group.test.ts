import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Shown } from '../support/console-site.ts';
import { formFields, inFilesSite, unescaped, type FilesSite } from '../support/files-site.ts';

const UNITS = 'schedules/kon-tum-2019/units.yaml';
const FORM = '/cau-hinh/nhom?thu-muc=kon-tum-2019';

let site: FilesSite;
let browser: Browser;

inFilesSite((opened) => ({ site } = opened));
beforeEach(async () => {
  browser = await site.browserOf({ role: 'officer', folder: 'kon-tum-2019', unit: 'so-noi-vu' });
});

const url = (id?: string) => site.at(id === undefined ? FORM : `${FORM}&id=${id}`);

/** Sends a page's form again with `typed` in place of the fields of those names. */
function send(at: string, page: Shown, typed: [string, string][], step: string): Promise<Shown> {
  const names = new Set(typed.map(([name]) => name));
  const fields = formFields(page.body).filter(([name]) => !names.has(name) && name !== 'buoc');
  return browser.send(at, [...fields, ...typed, ['buoc', step]]);
}

async function groupsOf(): Promise<{ id: string; name: string; members: string[] }[]> {
  const { groups } = parse(await site.read(UNITS)) as {
    groups: { id: string; name: string; members: string[] }[];
  };
  return groups;
}

const members = (page: Shown) =>
  formFields(page.body).flatMap(([name, value]) => (name === 'members' ? [value] : []));

/** The lines that the shown preview takes away or puts in. */
const changedLines = (page: Shown) =>
  [...page.body.matchAll(/<(?:ins|del)>([^<]*)</g)].map(([, line = '']) => unescaped(line));

describe('a group of units', () => {
  it('sent back as it came changes nothing, for every group', async () => {
    for (const { id } of await groupsOf()) {
      const shown = await send(url(id), await browser.get(url(id)), [], 'xem');
      expect([id, shown.status, shown.body.includes('không có gì thay đổi')]).toEqual([id, 422, true]);
    }
  });

  it('loses a member, whose deadlines go with it, and keeps the order of the others', async () => {
    const was = (await groupsOf()).find(({ id }) => id === 'g-huyen')?.members ?? [];
    const left = was.filter((id) => id !== 'ubnd-huyen-kon-ray');
    const page = await browser.get(url('g-huyen'));
    expect(members(page).toSorted()).toEqual(was.toSorted());
    const typed = members(page)
      .filter((id) => id !== 'ubnd-huyen-kon-ray')
      .map((id): [string, string] => ['members', id]);
    const shown = await send(url('g-huyen'), page, typed, 'xem');
    expect(shown.status).toBe(200);
    expect(unescaped(shown.body)).toContain('Ủy ban nhân dân huyện Kon Rẫy, ngày 30/11/2019');
    expect(changedLines(shown)).toEqual(['-       - ubnd-huyen-kon-ray']);
    expect((await send(url('g-huyen'), shown, [], 'ap-dung')).status).toBe(303);
    expect((await groupsOf()).find(({ id }) => id === 'g-huyen')?.members).toEqual(left);
    expect(await site.read(UNITS)).toContain('hiện gồm cùng các cơ quan');
  });

  it('is added from units and another group, and removed again', async () => {
    const before = await site.read(UNITS);
    const typed: [string, string][] = [
      ...([
        ['id', 'g-moi'],
        ['name', 'Sở Tư pháp và các huyện'],
      ] as [string, string][]),
      ...([
        ['members', 'so-tu-phap'],
        ['members', 'g-huyen'],
      ] as [string, string][]),
    ];
    const shown = await send(url(), await browser.get(url()), typed, 'xem');
    expect(shown.status).toBe(200);
    expect((await send(url(), shown, [], 'ap-dung')).status).toBe(303);
    expect((await groupsOf()).at(-1)).toEqual({
      ...{ id: 'g-moi', name: 'Sở Tư pháp và các huyện' },
      members: ['so-tu-phap', 'g-huyen'],
    });
    const { body } = await browser.get(site.at('/cau-hinh'));
    expect(unescaped(body)).toContain('Sở Tư pháp và các huyện');
    const removing = await send(url('g-moi'), await browser.get(url('g-moi')), [], 'xoa');
    await send(url('g-moi'), removing, [], 'ap-dung');
    expect(await site.read(UNITS)).toBe(before);
  });

  it('can be the first of its folder', async () => {
    const MAU = 'schedules/mau-2026/units.yaml';
    const bare = (await site.read(MAU)).replace(/\ngroups:[\s\S]*$/, '\n');
    await site.write(MAU, bare);
    const PLAN = 'schedules/mau-2026/plan.yaml';
    await site.write(PLAN, (await site.read(PLAN)).replace(/\bg-[a-z-]+/g, 'so-noi-vu'));
    const admin = await site.browserOf({ role: 'admin' });
    const at = site.at('/cau-hinh/nhom?thu-muc=mau-2026');
    const [unit] = (parse(bare) as { units: { id: string }[] }).units;
    const page = await admin.get(at);
    const fields = formFields(page.body).filter(([name]) => !['id', 'name', 'buoc'].includes(name));
    const shown = await admin.send(at, [
      ...fields,
      ...([
        ['id', 'g-dau'],
        ['name', 'Nhóm đầu'],
        ['members', unit?.id ?? ''],
        ['buoc', 'xem'],
      ] as [string, string][]),
    ]);
    expect(changedLines(shown)).toEqual([
      '+ groups:',
      '+   - id: g-dau',
      '+     name: Nhóm đầu',
      `+     members: [${unit?.id ?? ''}]`,
    ]);
  });

  it.each([
    ['id', 'g-cqcm', 'đã có nhóm cơ quan mã “g-cqcm”'],
    ['name', '', 'cần ghi tên nhóm'],
    ['members', '', 'cần chọn ít nhất một cơ quan hoặc nhóm'],
  ])('new, asks at the field when %s is "%s"', async (field, text, words) => {
    const good: Record<string, string> = { id: 'g-moi', name: 'Nhóm mới', members: 'so-tu-phap' };
    const typed = Object.entries({ ...good, [field]: text });
    const shown = await send(url(), await browser.get(url()), typed, 'ap-dung');
    expect([shown.status, shown.body.includes(`id="p-${field}"`)]).toEqual([422, true]);
    expect(unescaped(shown.body).toLowerCase()).toContain(words);
  });

  it('that would hold itself is refused at its members', async () => {
    const page = await browser.get(url('g-huyen'));
    const typed: [string, string][] = [...members(page), 'g-all'].map((id) => ['members', id]);
    const shown = await send(url('g-huyen'), page, typed, 'xem');
    expect([shown.status, shown.body.includes('id="p-members"')]).toEqual([422, true]);
    expect(unescaped(shown.body)).toContain('nhóm chứa chính nó');
  });

  it('that a plan names cannot be removed', async () => {
    const shown = await send(url('g-huyen'), await browser.get(url('g-huyen')), [], 'xoa');
    expect(shown.status).toBe(422);
    expect(unescaped(shown.body)).toContain('Không xóa được nhóm cơ quan g-huyen');
  });
});
