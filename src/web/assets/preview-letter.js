/** While a template is typed, shows below it the letter that it makes. Without this program the page shows it once it is sent. */
const PAUSE = 600;

const shown = document.getElementById('xem-thu');
let timer;
let asked = 0;
document.querySelector('textarea').addEventListener('input', ({ target }) => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const number = ++asked;
    const letter = await made(target.form);
    if (number === asked && letter !== undefined) shown.innerHTML = letter;
  }, PAUSE);
});

/** What the server makes of the form; undefined when it cannot be asked, as after the session has ended. */
async function made(form) {
  const fields = new URLSearchParams(new FormData(form));
  fields.set('buoc', 'thu');
  try {
    const response = await fetch(form.action, { method: 'POST', body: fields });
    return response.ok && !response.redirected ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
