import { hiddenFields, open, type Shown } from '../../tests/support/answer-site.ts';
import { BadCase, judging, type CaseEnd, type Family } from './family.ts';
import type { Random } from './random.ts';
import { DAY, EVENT_KIND, ID, RecordSite } from './record-site.ts';
import { spoilText } from './spoil.ts';
import { spoilToken } from './spoil-token.ts';

type Form = Record<string, string>;

/** A link with the forms that its page shows, filled in as the page asks. */
interface Sound {
  url: string;
  forms: Form[];
}

const FIELDS: Record<string, Form> = {
  received: { note: 'đã nhận' },
  progress: { note: 'đã có dự thảo' },
  done: { document: '12/BC-STP', on: '2019-10-08', note: 'đủ' },
  asked: { to: '2019-11-14', why: 'chờ số liệu' },
  'not-ours': { why: 'thuộc cơ quan khác' },
  paused: { why: 'chờ văn bản' },
  event: { document: '880/QĐ-UBND', on: '2019-10-01' },
};

/** Links in letters and the forms behind them, spoilt and sent to the server that `dondoc start` runs. */
export const links: Family = {
  name: 'links',
  full: 20_000,
  short: 60,
  limit: 30_000,
  async open() {
    const site = await RecordSite.open([]);
    let sound = await soundOf(site);
    const renew = async () => {
      await site.begin();
      sound = await soundOf(site);
    };
    return {
      run: (random) =>
        random.oneIn(2) ? runToken(random, site, sound) : runForm(random, site, sound, renew),
      close: () => site.close(),
    };
  },
};

async function soundOf({ site }: RecordSite): Promise<Sound[]> {
  const to = { folder: 'tinh-thu', unit: 'so-tu-phap' };
  const urls = [
    site.answerLink(ID),
    site.decideLink(ID, 'so-noi-vu'),
    site.links.event({ folder: 'tinh-thu', kind: EVENT_KIND, unit: 'so-noi-vu' }, DAY),
    site.links.unit(to, DAY),
    site.links.calendar({ ...to, generation: 0 }),
  ];
  return Promise.all(urls.map(async (url) => ({ url, forms: formsOf((await open(url)).body) })));
}

function formsOf(body: string): Form[] {
  return [...body.matchAll(/name="kind" value="([\w-]+)"/g)].map(([, kind = '']) => ({
    ...hiddenFields(body, kind),
    ...FIELDS[kind],
  }));
}

/** A token that is not the one in the letter opens nothing and records nothing, whatever is sent along. */
async function runToken(random: Random, site: RecordSite, all: readonly Sound[]): Promise<CaseEnd> {
  const { url, forms } = random.pick(all);
  const others = all.map((one) => tokenOf(one.url));
  const { pathname, origin } = new URL(url);
  const token = tokenOf(url);
  const spoilt = spoilToken(token, others, random);
  const path = `${pathname.slice(0, -token.length)}${encodeURIComponent(spoilt.replace(/\p{Cs}/gu, '\ufffd'))}`;
  const form = random.oneIn(2) || forms.length === 0 ? undefined : random.pick(forms);
  return judging(path, async () => {
    const shown = await ask(origin, path, form);
    judgeReply(shown, site, path);
    // A calendar's address ends in .ics, which is no part of its token.
    const isSame = spoilt === token;
    if (!isSame && shown.status < 400 && !isElsewhere(shown))
      throw new BadCase('Opened by another token', path);
    if (!isSame && (await site.hasChanged())) throw new BadCase('Recorded by another token', path);
    if (isSame && form !== undefined) await site.begin();
    return { outcome: `token, ${shown.status}` };
  });
}

/** A form that was spoilt is taken, or refused on a page that says so; only what was taken is recorded. */
async function runForm(
  random: Random,
  site: RecordSite,
  all: readonly Sound[],
  renew: () => Promise<void>,
): Promise<CaseEnd> {
  const { url, forms } = random.pick(all.filter((one) => one.forms.length > 0));
  const { pathname, origin } = new URL(url);
  const sound = random.pick(forms);
  const [name = '', value = ''] = random.pick(Object.entries(sound));
  const spoilt = { ...sound, [name]: spoilText(value, random).replace(/\p{Cs}/gu, '\ufffd') };
  const told = `${pathname} ${JSON.stringify(spoilt)}`;
  return judging(told, async () => {
    const shown = await ask(origin, pathname, spoilt);
    judgeReply(shown, site, told);
    const isTaken = shown.status < 400;
    const changed = await site.hasChanged();
    if (changed) await renew();
    if (changed && !isTaken) throw new BadCase(`Recorded, and answered ${shown.status}`, told);
    // What has been seen of a kind of event does not matter: a document's number is taken once.
    const isMark = name === 'form' || (name === 'seen' && sound.kind !== 'event');
    if (changed && isMark && !isSameMark(name, value, spoilt[name]))
      throw new BadCase('Recorded by another mark', told);
    return { outcome: `form, ${shown.status}` };
  });
}

/** Fields lose blanks around them and hidden characters before anything looks at them; a count is a count with zeros before it too. */
function isSameMark(name: string, value: string, field = ''): boolean {
  const cleaned = field.replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  return cleaned === value || (name === 'seen' && /^\d+$/.test(cleaned) && Number(cleaned) === Number(value));
}

function ask(origin: string, path: string, form: Form | undefined): Promise<Shown> {
  if (form === undefined) return open(origin + path);
  return open(origin + path, { method: 'POST', headers: { origin }, body: new URLSearchParams(form) });
}

function judgeReply({ status, body }: Shown, site: RecordSite, told: string): void {
  const [error] = site.takeLogged();
  if (error !== undefined) throw new BadCase(`Told to the log: ${error}`, told);
  if (status >= 500) throw new BadCase(`Answered ${status}`, told);
  // An address longer than all headers may be is refused by Node's own parser, before there is a page.
  if (status === 431) return;
  if (status >= 400 && !/<h1[^>]*>\s*\S/.test(body) && body.trim() === '')
    throw new BadCase(`${status} without a word`, told);
}

/** The start page, or an address without the slash at its end: no page of a link. */
function isElsewhere({ status }: Shown): boolean {
  return status >= 300;
}

function tokenOf(url: string): string {
  return (
    new URL(url).pathname
      .split('/')
      .at(-1)
      ?.replace(/\.ics$/, '') ?? ''
  );
}
