import type { Random } from './random.ts';
import { spoil } from './spoil.ts';

/** What a template must not be able to do: run for ever, fill the memory, read files, reach into the program. */
const HARM = [
  '{% for i in (1..999999999) %}x{% endfor %}',
  '{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}{% endfor %}{% endfor %}{% endfor %}',
  '{% for i in (1..900) %}{% for j in (1..900) %}x{% endfor %}{% endfor %}',
  '{% assign a = "x" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
  '{% assign a = "x,x" | split: "," %}{% for i in (1..40) %}{% assign a = a | join: "," | append: "," | split: "" %}{% endfor %}',
  '{% for i in (-9999999999..9999999999) %}{% break %}{% endfor %}',
  '{{ "x" | replace: "", "xxxxxxxxxxxxxxxxxxxxxxxxxxx" | replace: "", "yyyyyyyyyyyyyyyyyyyyyy" }}',
  '{{ "a" | truncate: 999999999999 }}{{ "abc" | slice: -1, 1e308 }}',
  '{% render "upcoming/body.txt" %}',
  '{% render "../package.json" %}{% render "/etc/passwd" %}',
  '{% layout "upcoming/body.html" %}',
  '{% block x %}{% block x %}{% endblock %}{% endblock %}',
  '{{ greeting.constructor }}{{ items.__proto__ }}{{ items[0].toString }}',
  '{% comment %}'.repeat(300),
  '{% if true %}'.repeat(3000),
  `{{ ${'('.repeat(500)}1 }}`,
  `{{ x${'[x'.repeat(800)} }}`,
  '{{ "' + 'x'.repeat(150_000) + '" }}',
  '{% liquid assign x = 1 %}{% raw %}{{{% endraw %}',
  '<img src="http://x.example/a.png"><script>alert(1)</script>',
];

/** A template with the slips of careless hands, or with something harmful put into it. */
export function spoilTemplate(template: Buffer, random: Random): Buffer {
  if (!random.oneIn(3)) return spoil(template, random);
  const text = template.toString('utf8');
  const at = random.number(text.length + 1);
  const spoilt = text.slice(0, at) + random.pick(HARM) + text.slice(at);
  return random.oneIn(3) ? spoil(Buffer.from(spoilt), random) : Buffer.from(spoilt);
}
