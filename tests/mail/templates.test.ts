import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ItemView, LetterView } from '../../src/mail/letter-view.ts';
import { sampleViews } from '../../src/mail/sample-views.ts';
import { createTemplates } from '../../src/mail/template-engine.ts';
import { readTemplateFiles } from '../../src/mail/template-files.ts';
import { LADDER_KINDS, type LetterKind } from '../../src/plan/model.ts';
import { visibleBlocks, visibleText } from './visible-text.ts';

const files = await readTemplateFiles(join(import.meta.dirname, '../../templates'));
const templates = createTemplates(files);
const samples = sampleViews();

describe('the subject', () => {
  it.each([
    [
      'upcoming, one',
      '[Sắp đến hạn] Báo cáo năm về tình hình theo dõi thi hành pháp luật - hạn 14/10/2019 (còn 03 ngày làm việc)',
    ],
    ['upcoming, many', '[Sắp đến hạn] 03 nhiệm vụ - hạn sớm nhất 14/10/2019 (còn 03 ngày làm việc)'],
    [
      'today, one',
      '[Đến hạn hôm nay] Báo cáo năm về tình hình theo dõi thi hành pháp luật - hạn 14/10/2019 (hôm nay là ngày làm việc cuối cùng)',
    ],
    [
      'today, day off',
      '[Ngày làm việc cuối trước hạn] Quy định tiêu chuẩn, định mức sử dụng diện tích chuyên dùng - hạn 30/06/2019 (hôm nay là ngày làm việc cuối cùng)',
    ],
    [
      'overdue, one',
      '[Quá hạn 02 ngày làm việc] Báo cáo năm về tình hình theo dõi thi hành pháp luật - hạn 14/10/2019',
    ],
    ['overdue, many', '[Quá hạn] 03 nhiệm vụ - hạn sớm nhất 14/10/2019 (quá hạn 02 ngày làm việc)'],
  ])('of "%s" says the state, the thing, the day and the distance', (name, subject) => {
    expect(templates.render(sample(name)).subject).toBe(subject);
  });
});

describe.each(samples)('the letter "$name"', ({ view }) => {
  const { text, html } = templates.render(view);

  it('says every fact of every deadline in the text and in the HTML', () => {
    for (const fact of factsOf(view)) {
      expect(text).toContain(fact);
      expect(visibleText(html)).toContain(fact);
    }
  });

  it('says in the text, too, whatever the HTML says', () => {
    const said = text.replace(/\s+/g, ' ');
    const unsaid = visibleBlocks(html).filter(
      (block) => !said.includes(block.replace(/^[◔◑●▲◇◆▼▤▦▫▣] /, '')),
    );
    // The summary table says again, under its own heads, what the boxes say.
    expect(unsaid.filter((block) => !/^(TT|Nhiệm vụ|\d{2}\/\d{2}\/\d{4} .*)$/.test(block))).toEqual([]);
  });

  it('addresses, closes and says that it was sent by a machine', () => {
    for (const part of [text, visibleText(html)]) {
      expect(part).toContain(`Kính gửi: ${view.greeting},`);
      expect(part).toContain('Trân trọng.');
      expect(part).toContain('gửi tự động');
    }
  });

  it('is NFC and holds no leftover of the template language and no hole', () => {
    for (const part of [text, html]) {
      expect(part).toBe(part.normalize('NFC'));
      expect(part).not.toMatch(/\{\{|\{%|%\}|\bnull\b|undefined|\[object/);
    }
    expect(text).not.toMatch(/\n{3}|[ \t]\n/);
  });
});

/** The kinds that speak to the unit itself. */
const UNIT_KINDS = LADDER_KINDS.filter((kind) => kind !== 'report');

describe('a report to a superior', () => {
  it('lists unit by unit who is late with what, and asks the authority for direction, the follow-up unit to urge', () => {
    const { subject, text } = templates.render(sample('report, several leads'));
    expect(subject).toBe(
      '[Báo cáo quá hạn] 02 nhiệm vụ của 02 cơ quan - hạn sớm nhất 14/10/2019 (quá hạn 05 ngày làm việc)',
    );
    expect(text.indexOf('\nSở Tư pháp\n')).toBeLessThan(text.indexOf('\nThanh tra tỉnh\n'));
    expect(text).toContain('Đề nghị Giám đốc Sở Tư pháp xem xét, đôn đốc các cơ quan nêu trên');
    expect(templates.render(sample('report, to the authority')).text).toContain(
      'Kính đề nghị Ủy ban nhân dân tỉnh xem xét, chỉ đạo.',
    );
  });

  it('says that a draft urging letter is attached, and that nothing sends it on', () => {
    const line =
      'Kèm theo thư này là dự thảo công văn đôn đốc 02 nhiệm vụ (tệp du-thao-cong-van-don-doc-2019-10-21.docx); hệ thống không tự phát hành';
    const { text, html } = templates.render(sample('report, with a draft'));
    expect(text).toContain(line);
    expect(visibleText(html)).toContain(line);
    expect(templates.render(sample('report, many')).text).not.toContain('dự thảo');
  });

  it('about one duty names it and its unit in the subject', () => {
    expect(templates.render(sample('report, one')).subject).toBe(
      '[Báo cáo quá hạn] Báo cáo năm về tình hình theo dõi thi hành pháp luật (Sở Tư pháp) - hạn 14/10/2019 (quá hạn 05 ngày làm việc)',
    );
  });
});

describe('a letter', () => {
  it('names the working day to aim at when the due day is not worked', () => {
    for (const kind of UNIT_KINDS) {
      const { text } = templates.render(sample(`${kind}, day off`));
      expect(text).toContain(
        'Hạn: Chủ nhật, 30/06/2019. Hạn rơi vào ngày nghỉ; ngày làm việc cuối cùng còn trong hạn: thứ Sáu, 28/06/2019',
      );
    }
  });

  it('that leaves late says so and names its planned day', () => {
    expect(templates.render(sample('today, late')).text).toContain(
      'Thư gửi chậm: theo lịch, thư này gửi ngày 07/06/2019',
    );
    expect(templates.render(sample('today, one')).text).not.toContain('Thư gửi chậm');
  });

  it('about an overdue deadline says what the system has not heard, and accuses nobody', () => {
    for (const name of ['overdue, one', 'overdue, many']) {
      const { text } = templates.render(sample(name));
      expect(text).toContain('hệ thống chưa ghi nhận kết quả');
      expect(text).not.toMatch(/không thực hiện|chưa thực hiện|vi phạm|chậm trễ/);
    }
  });

  it('asks for the result, and for a new date when the old one cannot be kept', () => {
    for (const kind of UNIT_KINDS)
      expect(templates.render(sample(`${kind}, one`)).text).toMatch(
        /Đề nghị Sở Tư pháp .*\(số, ngày văn bản\).*nguyên nhân và đề xuất thời hạn mới/,
      );
  });

  it('to a requested body only asks, and tells of nothing that follows', () => {
    for (const kind of UNIT_KINDS) {
      const view = sample(`${kind}, requested`);
      const { text, html } = templates.render({
        ...view,
        items: view.items.map((item) => ({ ...item, next: 'Báo cáo cấp trên.' })),
      });
      for (const part of [text, visibleText(html)]) {
        expect(part).toContain('Trân trọng đề nghị quý cơ quan quan tâm, phối hợp');
        expect(part).not.toMatch(/báo cáo cấp trên|khẩn trương|được giao|nguyên nhân/i);
      }
    }
  });

  it('tells what follows once when it is the same for every deadline, and by number when it differs', () => {
    const view = sample('upcoming, many');
    const nexts = (steps: (string | null)[]) => ({
      ...view,
      items: view.items.map((item, index) => ({ ...item, next: steps[index] ?? null })),
    });
    const same = templates.render(nexts(['Bước sau.', 'Bước sau.', 'Bước sau.'])).text;
    expect(same.match(/Bước sau\./g)).toHaveLength(1);
    const different = templates.render(nexts(['Bước một.', null, 'Bước ba.'])).text;
    expect(different).toContain('Nhiệm vụ 1: Bước một.\n\nNhiệm vụ 3: Bước ba.');
  });

  it('names a mailbox to write to only when there is one', () => {
    const { html } = templates.render(sample('upcoming, one'));
    expect(html).toContain('href="mailto:so-noi-vu@kontum.example"');
    const without = templates.render(sample('upcoming, no mailbox'));
    expect(without.text).toContain('đề nghị không trả lời trực tiếp thư này');
    expect(without.html).not.toContain('mailto:');
  });

  it('names the plan in full once, not in every box', () => {
    const { text } = templates.render(sample('upcoming, many'));
    expect(text.split('(Kế hoạch cải thiện Chỉ số PAPI')).toHaveLength(2);
  });

  it('loads nothing, runs nothing and speaks Vietnamese to a screen reader', () => {
    for (const { view } of samples) {
      const { html } = templates.render(view);
      expect(html).toContain('<html lang="vi">');
      const ownLinks =
        /https:\/\/dondoc\.example\/(tra-loi\/duong-dan|quyet-dinh\/duong-dan|quan-ly\/he-thong)/g;
      expect(html.replace(ownLinks, '')).not.toMatch(/https?:|<img|<script|<form|url\(|\son\w+=/i);
    }
  });
});

describe('values from the schedule', () => {
  const hostile = `<script>alert("1")</script> & 'Sở' {{ greeting }} {% if %}`;
  const view = withItem('upcoming', { title: hostile, planTitle: hostile, hint: hostile });
  const { subject, text, html } = templates.render({ ...view, greeting: hostile });

  it('are escaped in the HTML', () => {
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;Sở&#39;');
  });

  it('stand in the text and the subject as they are, and are not read as template', () => {
    expect(text).toContain(`Kính gửi: ${hostile},`);
    expect(subject).toBe(`[Sắp đến hạn] ${hostile} - hạn 14/10/2019 (còn 03 ngày làm việc)`);
  });

  it('cannot add a header through the subject', () => {
    const injected = templates.render(
      withItem('upcoming', { title: 'Báo cáo\r\nBcc: ai@example.org\u2028x\u202E' }),
    );
    expect(injected.subject).toBe(
      '[Sắp đến hạn] Báo cáo Bcc: ai@example.org x - hạn 14/10/2019 (còn 03 ngày làm việc)',
    );
    expect(() => templates.render(withItem('upcoming', { title: 'Báo\u0000cáo' }))).toThrow(
      'ký tự điều khiển',
    );
  });
});

describe('the template language', () => {
  it.each([
    ['an unknown value', '{{ greting }}', 'undefined variable: greting, line:1, col:4'],
    [
      'an unknown filter',
      '{{ greeting | upcas }}',
      'undefined filter: upcas, file:upcoming/state.txt, line:1, col:1',
    ],
    ['the filter that escapes the escaping', '{{ greeting | raw }}', 'undefined filter: raw'],
    ['a filter that tells the time', "{{ 'now' | date: '%Y' }}", 'undefined filter: date'],
    ['a file of the machine', "{% include 'package.json' %}", 'tag "include" not found'],
    ['a file that is no template', "{% render '../package.json' %}", 'Failed to lookup "../package.json"'],
    ['a constructor', '{{ greeting.constructor }}', 'undefined variable: greeting.constructor'],
    ['a prototype', '{{ items.__proto__ }}', 'undefined variable: items.__proto__'],
    ['a huge list', '{% for a in (1..100000000) %}{% endfor %}', 'memory alloc limit exceeded'],
    ['itself without end', "{% render 'upcoming/state.txt' %}", 'call stack'],
  ])('refuses %s', (_, source, message) => {
    const wrong = new Map(files).set('upcoming/state.txt', source);
    expect(() => createTemplates(wrong).render(sample('upcoming, one'))).toThrow(message);
  });

  it('stops a loop that would run for hours', () => {
    const loop =
      '{% for a in (1..900) %}{% for b in (1..900) %}{% for c in (1..900) %}{% endfor %}{% endfor %}{% endfor %}';
    const wrong = new Map(files).set('upcoming/state.txt', loop);
    expect(() => createTemplates(wrong).render(sample('upcoming, one'))).toThrow('limit exceeded');
  });

  it('names the file that is missing', () => {
    const missing = new Map(files);
    missing.delete('today/body.html');
    expect(() => createTemplates(missing)).toThrow('today/body.html');
  });
});

function sample(name: string): LetterView {
  const found = samples.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No sample "${name}"`);
  return found.view;
}

function withItem(kind: LetterKind, changes: Partial<ItemView>): LetterView {
  const view = sample(`${kind}, one`);
  return { ...view, items: view.items.map((item) => ({ ...item, ...changes })) };
}

/** What both parts must say, taken from the view itself; `state` stands in the subject and the first line only. */
function factsOf(view: LetterView): string[] {
  if (view.kind === 'report') return reportFactsOf(view);
  if (view.sections.length > 0) return digestFactsOf(view);
  const items = view.items.flatMap(({ standing, next, notes, ...item }) => [
    ...Object.values({ ...item, state: null, measured: null, heldBack: null, ended: null }),
    ...notes,
    ...standing.flatMap(({ title, clause }) => [title, clause]),
    view.requested ? null : next,
  ]);
  const { contact, role } = view;
  const contacts =
    view.kind === 'request' ? [role === 'authority' ? contact.name : null] : Object.values(contact);
  return [view.greeting, ...contacts, ...items].filter((fact) => fact !== null);
}

/** A digest's links stand behind words in the HTML. */
function digestFactsOf({ greeting, sections }: LetterView): string[] {
  const told = sections.flatMap(({ heading, count, items, lines }) => [
    ...[heading, count],
    ...items.flatMap(({ title, lead, due, words, said }) => [title, lead, due, words, said]),
    ...lines,
  ]);
  return [greeting, ...told].filter((fact) => fact !== null);
}

/** A superior is told who is late with what, by when it was due and on what ground; the rest is the unit's. */
function reportFactsOf({ greeting, role, contact, items }: LetterView): string[] {
  const told = items.flatMap(
    ({ lead, title, dueLong, distance, clause, plan, phrase, period, about, notes }) => [
      ...[lead, title, dueLong, distance, clause, plan, phrase, period, about],
      ...notes,
    ],
  );
  return [greeting, role === 'authority' ? contact.name : null, ...told].filter((fact) => fact !== null);
}
