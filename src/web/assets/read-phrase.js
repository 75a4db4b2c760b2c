/** While a due phrase is typed, says below it how it is understood. Without this program the page says so once it is sent. */
const PAUSE = 300;

for (const input of document.querySelectorAll('input[data-read]')) {
  const output = document.querySelector(`output[for="${input.id}"]`);
  let timer;
  let asked = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    forget(input);
    timer = setTimeout(async () => {
      const number = ++asked;
      const phrase = input.value.trim();
      const reading = phrase === '' ? { ok: true, words: '' } : await read(input.dataset.read, phrase);
      if (number === asked && reading !== undefined) show(output, reading);
    }, PAUSE);
  });
}

async function read(address, phrase) {
  try {
    const response = await fetch(`${address}&cum-tu=${encodeURIComponent(phrase)}`);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** What was said of an earlier text is not true of this one any more. */
function forget(input) {
  document.getElementById(`p-${input.name}`)?.remove();
  input.closest('.field')?.classList.remove('wrong');
  input.removeAttribute('aria-invalid');
  input.setAttribute('aria-describedby', `h-${input.name} b-${input.name}`);
}

function show(output, { ok, words, suggestion }) {
  output.classList.toggle('refused', !ok);
  output.textContent = suggestion === undefined ? words : `${words} Có thể viết: “${suggestion}”.`;
}
