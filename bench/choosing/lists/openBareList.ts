import type { Connection } from 'react-versori-onboarding';

/** Rows at the same time: as many as the widget has at first. */
const STEP = 30;

/**
 * The same list without a library: a field, native radios with the same markup a row, the filter as
 * plain as it can be. What it costs is the browser's own cost.
 */
export function openBareList(root: HTMLElement, accounts: readonly Connection[]): void {
  let shown = STEP;
  let matching = accounts;
  root.innerHTML = `<div class="onb-root" data-theme="light">
    <input type="search" class="onb-input"><p role="status"></p>
    <fieldset class="onb-connections"></fieldset><button type="button" data-more>More</button></div>`;
  const field = root.querySelector('input');
  const list = root.querySelector('fieldset');
  const count = root.querySelector('p');
  if (field === null || list === null || count === null)
    throw new Error('The bare list is broken.');
  const draw = (): void => {
    list.innerHTML = matching.slice(0, shown).map(toRow).join('');
    count.textContent = `${Math.min(shown, matching.length)} of ${matching.length} accounts`;
  };
  const texts = accounts.map(({ name, baseUrl }) => `${name} ${baseUrl}`.toLowerCase());
  field.addEventListener('input', () => {
    const wanted = field.value.toLowerCase();
    matching = accounts.filter((_, index) => texts[index]?.includes(wanted));
    shown = STEP;
    draw();
  });
  root.querySelector('[data-more]')?.addEventListener('click', () => {
    shown += STEP;
    draw();
  });
  draw();
}

const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

function toRow({ id, name, baseUrl = '', createdAt = '', updatedAt = '' }: Connection): string {
  const added = `Added ${days.format(new Date(createdAt))}`;
  const changed = `Changed ${days.format(new Date(updatedAt))}`;
  return `<label class="onb-connection">
    <input type="radio" class="onb-radio" name="bare" value="${id}">
    <span class="onb-tile" aria-hidden="true">${name.charAt(0)}</span>
    <span class="onb-connection-body"><span class="onb-connection-name" dir="auto">${name}</span>
      <span class="onb-connection-details">
        <span class="onb-detail"><bdi>${baseUrl.slice(8)}</bdi></span><span class="onb-detail"><bdi>OAuth 2.0</bdi></span>
        <span class="onb-connection-times">
          <time title="${createdAt}"><span aria-hidden="true">${added}</span><span class="onb-visually-hidden">${createdAt}</span></time>
          <time title="${updatedAt}"><span aria-hidden="true">${changed}</span><span class="onb-visually-hidden">${updatedAt}</span></time>
        </span></span></span>
    <span class="onb-connection-health"><span class="onb-health">Working</span></span></label>`;
}
