import { describe, expect, it } from 'vitest';
import { instantAt, localDate, localStamp } from '../../src/calendar/dates.ts';
import { readEml } from '../../src/mail/read-eml.ts';
import { waitingLetters } from '../../src/record/waiting-letters.ts';
import { only, withKonTum } from './instructions.ts';
import { Trial, WHO } from './trial.ts';

const OFFICE = 'vanthu@sotuphap.kontum.example';

const trial = Trial.ofThisFile();

describe('sending a letter', () => {
  it('hands it over, and keeps what was said with the letter', async () => {
    await trial.startOn('2019-10-09');
    const id = await trial.firstLetter();
    expect(await trial.send(id)).toBe('done');
    const [received] = trial.sink.letters;
    expect(received?.to).toEqual(['lanhdao@sotuphap.kontum.example']);
    const read = await readEml(received?.raw ?? Buffer.alloc(0));
    const row = await trial.letterRow(id);
    expect(row).toMatchObject({
      status: 'sent',
      attempts: 1,
      message_id: read.messageId,
      subject: read.subject,
      text: read.text,
      html: read.html,
      sent_at: instantAt('2019-10-09', '07:30'),
    });
    expect(row.response).toMatch(/^250 /);
    expect(await trial.eventsOf(id)).toMatchObject([
      { what: 'letter-sent', who: WHO, at: instantAt('2019-10-09', '07:30') },
    ]);
    expect(trial.sent).toEqual([
      {
        id,
        slot: instantAt('2019-10-09', '07:30'),
        at: instantAt('2019-10-09', '07:30'),
        kind: 'upcoming',
        units: ['Sở Tư pháp'],
        mailbox: 'lanhdao@sotuphap.kontum.example',
        subject: read.subject,
        notices: ['kon-tum-2019/A04/so-tu-phap/2019-10-14#T-3@head'],
        messageId: read.messageId,
      },
    ]);
  });

  it('does nothing for a letter that is already sent, or that nobody knows', async () => {
    await trial.startOn('2019-10-09');
    const id = await trial.firstLetter();
    await trial.send(id);
    expect(await trial.send(id)).toBe('done');
    expect(await trial.send('thu-unknown')).toBe('done');
    expect(trial.sink.letters).toHaveLength(1);
  });

  it('climbs the whole ladder in time, each rung once', async () => {
    await trial.startOn('2019-09-01');
    await trial.liveThrough('2019-11-05');
    expect(
      trial.sent
        .map(({ at, kind, mailbox }) => [localStamp(at).slice(0, 16), kind, mailbox.split('.')[0]])
        .toSorted(),
    ).toEqual([
      ['2019-09-23T07:30', 'upcoming', 'vanthu@sotuphap'],
      ['2019-10-03T07:30', 'upcoming', 'vanthu@sotuphap'],
      ['2019-10-09T07:30', 'upcoming', 'lanhdao@sotuphap'],
      ['2019-10-09T07:30', 'upcoming', 'vanthu@sotuphap'],
      ['2019-10-11T07:30', 'upcoming', 'vanthu@sotuphap'],
      ['2019-10-14T07:30', 'today', 'vanthu@sotuphap'],
      ['2019-10-15T07:30', 'overdue', 'lanhdao@sotuphap'],
      ['2019-10-15T07:30', 'overdue', 'vanthu@sotuphap'],
      ['2019-10-15T07:30', 'report', 'vanthu@sonoivu'],
      ['2019-10-21T07:30', 'report', 'vanthu@sonoivu'],
      ['2019-10-28T07:30', 'report', 'vanthu@ubndtinh'],
      ['2019-11-04T07:30', 'report', 'vanthu@ubndtinh'],
    ]);
  });

  it('attaches the draft urging letter to the report five working days late, and to no other letter', async () => {
    await trial.startOn('2019-10-08');
    await trial.liveThrough('2019-10-28');
    const letters = await Promise.all(trial.sink.letters.map(({ raw }) => readEml(raw)));
    const drafts = letters.map(({ attachments }) =>
      attachments.flatMap(({ filename = '' }) => (filename.endsWith('.docx') ? [filename] : [])),
    );
    expect(drafts.flat()).toEqual(['du-thao-cong-van-don-doc-2019-10-21.docx']);
    const report = letters[drafts.findIndex(({ length }) => length > 0)];
    expect(report?.to.map(({ address }) => address)).toEqual(['vanthu@sonoivu.kontum.example']);
    expect(report?.text).toContain('du-thao-cong-van-don-doc-2019-10-21.docx');
  });

  it('leaves a requested body alone after its date', async () => {
    trial.instructions = withKonTum(trial.instructions, (folder) => {
      const units = new Map(folder.units);
      const unit = units.get('so-tu-phap');
      if (unit !== undefined) units.set('so-tu-phap', { ...unit, requested: true });
      return { ...folder, units };
    });
    await trial.startOn('2019-10-08');
    await trial.liveThrough('2019-11-20');
    expect(trial.sent.map(({ kind }) => kind)).toEqual([
      'upcoming',
      'upcoming',
      'upcoming',
      'upcoming',
      'today',
    ]);
  });
});

describe('the hour', () => {
  it('keeps a letter back before its own instant, without claiming it', async () => {
    await trial.startOn('2019-10-09', '06:00');
    const [first] = await waitingLetters(trial.record.db, instantAt('2019-10-09', '23:59'));
    expect(await trial.send(first?.id ?? '')).toEqual({ retryAt: instantAt('2019-10-09', '07:30') });
    expect(await trial.letterRow(first?.id ?? '')).toMatchObject({ status: 'planned', attempts: 0 });
  });

  it('claims nothing once the sending window has closed, and names the next opening', async () => {
    await trial.startOn('2019-10-11');
    const id = await trial.firstLetter();
    trial.clock.moveTo(instantAt('2019-10-11', '17:00'));
    expect(await trial.send(id)).toEqual({ retryAt: instantAt('2019-10-14', '07:30') });
    expect(await trial.letterRow(id)).toMatchObject({ status: 'planned', attempts: 0 });
    expect(trial.sink.letters).toEqual([]);
  });

  it('still sends in the last minute of the window', async () => {
    await trial.startOn('2019-10-11');
    const id = await trial.firstLetter();
    trial.clock.moveTo(instantAt('2019-10-11', '16:59'));
    expect(await trial.send(id)).toBe('done');
    expect(trial.sink.letters).toHaveLength(1);
  });
});

describe('trouble with the mail server', () => {
  it('sends a greylisted letter later, under the same Message-ID', async () => {
    await trial.startOn('2019-10-03');
    const id = await trial.firstLetter();
    trial.sink.trouble = (stage) => (stage === 'rcpt' ? 451 : undefined);
    expect(await trial.send(id)).toEqual({ retryAt: instantAt('2019-10-03', '07:31') });
    expect(await trial.letterRow(id)).toMatchObject({ status: 'retrying', response: '451 as told at rcpt' });
    trial.sink.trouble = () => undefined;
    await trial.liveThrough('2019-10-03');
    expect(trial.sink.letters.map(({ messageId }) => messageId)).toEqual([`<${id}@dondoc.example>`]);
    expect((await trial.eventsOf(id)).map(({ what }) => what)).toEqual(['letter-retrying', 'letter-sent']);
  });

  it('sends again, recognisably, what the server took without being able to say so', async () => {
    await trial.startOn('2019-10-03');
    const id = await trial.firstLetter();
    trial.sink.trouble = (stage) => (stage === 'stored' ? 'cut' : undefined);
    await trial.send(id);
    trial.sink.trouble = () => undefined;
    await trial.liveThrough('2019-10-03');
    expect(trial.sink.letters.map(({ messageId }) => messageId)).toEqual(
      Array.from({ length: 2 }, () => `<${id}@dondoc.example>`),
    );
  });

  it('tries a refused letter once more, then no further, and still climbs the next rung', async () => {
    await trial.startOn('2019-10-03');
    const refused = await trial.firstLetter();
    trial.sink.trouble = (stage) => (stage === 'rcpt' ? 550 : undefined);
    const again = instantAt('2019-10-03', '07:31');
    expect(await trial.send(refused)).toEqual({ retryAt: again });
    trial.clock.moveTo(again);
    expect(await trial.send(refused)).toBe('done');
    trial.sink.trouble = () => undefined;
    await trial.liveThrough('2019-10-09');
    expect(await trial.letterRow(refused)).toMatchObject({
      status: 'refused',
      attempts: 2,
      response: '550 as told at rcpt',
    });
    expect((await trial.eventsOf(refused)).map(({ what }) => what)).toEqual([
      'letter-retrying',
      'letter-refused',
    ]);
    expect(trial.sink.letters.map(({ to }) => to[0])).toEqual(['lanhdao@sotuphap.kontum.example', OFFICE]);
  });

  it('gives up after three working days, and says so in the record', async () => {
    await trial.startOn('2019-09-23');
    const id = await trial.firstLetter();
    trial.sink.trouble = (stage) => (stage === 'mail' ? 421 : undefined);
    await trial.liveThrough('2019-10-02');
    const row = await trial.letterRow(id);
    expect(row.status).toBe('failed');
    expect(row.attempts).toBeGreaterThan(10);
    const events = await trial.eventsOf(id);
    expect(events.at(-1)).toMatchObject({
      what: 'letter-failed',
      detail: { response: '421 as told at mail' },
    });
    expect(localDate(events.at(-1)?.at ?? new Date(0))).toBe('2019-09-26');
    expect(events.slice(0, -1).every(({ what }) => what === 'letter-retrying')).toBe(true);
  });

  it('does not say tomorrow what was only true today: an undelivered “due today” makes way for “overdue”', async () => {
    await trial.startOn('2019-10-14');
    const today = await trial.firstLetter();
    trial.sink.trouble = (stage) =>
      stage === 'mail' && localDate(trial.clock.now()) === '2019-10-14' ? 421 : undefined;
    await trial.liveThrough('2019-10-15');
    expect(trial.sent.map(({ kind }) => kind).sort()).toEqual(['overdue', 'overdue', 'report']);
    expect((await trial.letterRow(today)).status).toBe('dropped');
    expect((await trial.eventsOf(today)).map(({ what }) => what)).toContain('notice-skipped');
  });
});

describe('what changes between planning and sending', () => {
  it('tries a letter again whose template throws, so that an officer can mend it', async () => {
    await trial.startOn('2019-10-03');
    const id = await trial.firstLetter();
    const whole = trial.instructions;
    trial.instructions = {
      ...whole,
      templates: {
        render: () => {
          throw new RangeError('Tiêu đề thư để trống');
        },
      },
    };
    expect(await trial.send(id)).toEqual({ retryAt: instantAt('2019-10-03', '07:31') });
    expect(await trial.letterRow(id)).toMatchObject({ status: 'retrying', response: 'Tiêu đề thư để trống' });
    trial.instructions = whole;
    await trial.liveThrough('2019-10-03');
    expect(trial.sent.map((letter) => letter.id)).toEqual([id]);
  });

  it('drops a letter whose deadline was withdrawn before it was planned to leave', async () => {
    await trial.startOn('2019-10-03');
    const id = await trial.firstLetter();
    trial.instructions = only(trial.shipped, 'A05');
    await trial.plan();
    expect(await trial.send(id)).toBe('done');
    expect(trial.sink.letters).toEqual([]);
    expect((await trial.letterRow(id)).status).toBe('dropped');
  });

  it.each([
    ['obligation', () => only(trial.shipped, 'A05')],
    ['whole folder', () => ({ ...trial.shipped, schedule: { ...trial.shipped.schedule, folders: [] } })],
  ])('ends a letter between two tries when its %s leaves the schedule, and says why', async (_, without) => {
    await trial.startOn('2019-10-03');
    const id = await trial.firstLetter();
    trial.sink.trouble = (stage) => (stage === 'rcpt' ? 451 : undefined);
    await trial.send(id);
    trial.sink.trouble = () => undefined;
    trial.instructions = without();
    await trial.plan();
    await trial.liveThrough('2019-10-04');
    expect(trial.sink.letters).toEqual([]);
    expect((await trial.letterRow(id)).status).toBe('dropped');
    expect((await trial.eventsOf(id)).slice(1)).toMatchObject([
      { what: 'notice-skipped', why: 'Thời hạn không còn trong lịch khi thư được gửi.' },
      { what: 'letter-dropped', why: 'Không còn nội dung nào đúng vào lúc gửi.' },
    ]);
  });

  it('does not try again at the mailbox of a head who has left: the stand-in is told, late', async () => {
    trial.instructions = withKonTum(trial.instructions, (folder) => {
      const units = new Map(folder.units);
      const unit = units.get('so-tu-phap');
      const heads = [
        { mailbox: 'cu@sotuphap.kontum.example', to: '2019-10-09' },
        { mailbox: 'moi@sotuphap.kontum.example', title: 'Phó Giám đốc phụ trách', from: '2019-10-10' },
      ];
      if (unit !== undefined) units.set('so-tu-phap', { ...unit, heads });
      return { ...folder, units };
    });
    await trial.startOn('2019-10-09');
    const id = await trial.firstLetter();
    expect((await trial.letterRow(id)).mailbox).toBe('cu@sotuphap.kontum.example');
    trial.sink.trouble = () => 451;
    await trial.liveThrough('2019-10-09');
    trial.sink.trouble = () => undefined;
    trial.clock.moveTo(instantAt('2019-10-10', '07:30'));
    expect(await trial.send(id)).toBe('done');
    expect((await trial.eventsOf(id)).at(-1)).toMatchObject({
      what: 'letter-dropped',
      why: 'Nơi nhận đã thay đổi từ khi lập thư; thư được lập lại.',
    });
    await trial.plan();
    await trial.liveThrough('2019-10-10');
    const toHead = trial.sink.letters.filter(({ to }) => to[0] !== OFFICE);
    expect(toHead.map(({ to }) => to)).toEqual([['moi@sotuphap.kontum.example']]);
    const { text } = await readEml(toHead[0]?.raw ?? Buffer.alloc(0));
    expect(text).toContain('Kính gửi: Phó Giám đốc phụ trách,');
    expect(text).toContain('Thư gửi chậm: theo lịch, thư này gửi ngày 09/10/2019');
  });
});
