// Where the address of the broker, a name and a password are typed.
import { el } from './dom.js';
import { isName } from './wire.js';
import { t } from './words.js';

const LOCAL = /^ws:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?(\/|$)/;

/** @param problem why nobody is signed in any more: empty, `refused` or `rights` */
export function signInSheet(app, problem) {
  const input = (id, more) => el('input', { id, autocapitalize: 'off', spellcheck: 'false', ...more });
  const { broker = '', prefix = 'libstation' } = app.place;
  const address = input('broker', { type: 'url', required: true, value: String(broker), placeholder: 'wss://broker.library.example:9443/' });
  const first = input('prefix', { required: true, value: String(prefix), maxlength: '40' });
  const user = input('user', { autocomplete: 'username' });
  const password = input('password', { type: 'password', autocomplete: 'current-password' });
  const stays = el('input', { type: 'checkbox', id: 'stays' });
  const told = el('p', { class: 'problem', role: 'alert' }, problem === '' ? '' : t(`problem.${problem}`));
  const field = (label, of, note) => el('div', { class: 'field' }, el('label', { for: of.id }, t(label)), of, note ? el('p', { class: 'note' }, t(note)) : null);
  return el(
    'section',
    { class: 'sheet sign-in', 'aria-labelledby': 'sign-in-head' },
    el('h1', { id: 'sign-in-head', tabindex: '-1' }, t('sign-in.head')),
    el('p', {}, t('sign-in.what')),
    el(
      'form',
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          const to = address.value.trim();
          if (!(to.startsWith('wss://') || LOCAL.test(to)) || !URL.canParse(to)) {
            told.textContent = t('problem.address');
            address.focus();
          } else if (!isName(first.value)) {
            told.textContent = t('problem.prefix');
            first.focus();
          } else {
            app.signIn({ broker: to, prefix: first.value, user: user.value, password: password.value }, stays.checked);
          }
        },
      },
      field('sign-in.broker', address),
      field('sign-in.user', user),
      field('sign-in.password', password),
      field('sign-in.prefix', first, 'sign-in.prefix.note'),
      el('div', { class: 'tick' }, stays, el('label', { for: 'stays' }, t('sign-in.stays'))),
      told,
      el('button', { type: 'submit', class: 'key primary' }, t('sign-in.go')),
    ),
  );
}
