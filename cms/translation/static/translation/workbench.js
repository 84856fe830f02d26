/* The workbench without reloading: each text is saved when its field is left, or after a pause.
   Everything here also works by the form's buttons, without this file. */
(() => {
  'use strict';

  const PAUSE = 2500;
  const bench = document.querySelector('[data-tw]');
  const form = document.querySelector('[data-tw-form]');
  if (!bench || !form) return;
  const words = bench.dataset;
  const live = bench.querySelector('[data-tw-live]');
  const bar = bench.querySelector('[data-tw-bar]');
  const token = form.querySelector('[name=csrfmiddlewaretoken]').value;
  const strings = [...bench.querySelectorAll('[data-tw-string]')].map(watch);

  function announce(text) {
    live.textContent = '';
    window.setTimeout(() => { live.textContent = text; }, 50);
  }

  function unsaved() {
    return strings.filter((string) => string.field.value !== string.saved);
  }

  function showBar() {
    bar.textContent = unsaved().length ? words.twUnsaved : '';
  }

  function watch(element) {
    const string = {
      element,
      field: element.querySelector('textarea[name^="text-"]'),
      seen: element.querySelector('input[name^="seen-"]'),
      status: element.querySelector('[data-tw-status]'),
      trouble: element.querySelector('[data-tw-trouble]'),
      state: element.querySelector('[data-tw-state]'),
      timer: 0,
      running: null,
      stopped: false, // waits for a decision of the translator
    };
    // What the server put into the field may not be stored yet: a proposal to edit, or a text that was refused.
    string.saved = string.trouble.hidden && !prefilled(element) ? string.field.value : null;
    string.field.addEventListener('input', () => {
      window.clearTimeout(string.timer);
      grow(string.field);
      showBar();
      string.timer = window.setTimeout(() => save(string), PAUSE);
    });
    string.field.addEventListener('blur', () => save(string));
    string.field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save(string);
        const next = strings[strings.indexOf(string) + 1];
        if (next) next.field.focus();
      }
    });
    element.querySelectorAll('[data-tw-tags]').forEach((tags) => { tags.hidden = string.field.readOnly; });
    element.querySelectorAll('[data-tw-tag]').forEach((button) => {
      button.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the selection
      button.addEventListener('click', () => insert(string.field, button.dataset.twTag));
    });
    const editFrom = element.querySelector('[data-tw-edit-from]');
    if (editFrom) {
      editFrom.addEventListener('click', (event) => {
        if (string.field.value.trim()) return; // the server keeps what was typed
        event.preventDefault();
        string.field.value = element.querySelector('[data-tw-proposal]').dataset.twProposal;
        grow(string.field);
        string.field.focus();
        showBar();
      });
    }
    return string;
  }

  function prefilled(element) {
    return new URLSearchParams(window.location.search).get('edit_from') === element.id.replace('string-', '');
  }

  function grow(field) {
    if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight + 4}px`;
  }

  function insert(field, tag) {
    const name = /^<([a-z]+)/.exec(tag)[1];
    const { selectionStart: start, selectionEnd: end } = field;
    const selected = field.value.slice(start, end);
    const text = name === 'br' ? tag : `${tag}${selected}</${name}>`;
    field.focus();
    field.setRangeText(text, start, end, 'end');
    if (!selected && name !== 'br') field.setSelectionRange(start + tag.length, start + tag.length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  async function save(string) {
    window.clearTimeout(string.timer);
    if (string.field.readOnly || string.stopped || string.field.value === string.saved) return;
    if (string.running) {
      await string.running;
      save(string);
      return;
    }
    string.running = send(string);
    await string.running;
    string.running = null;
    showBar();
  }

  async function send(string) {
    const text = string.field.value;
    tell(string, words.twSaving);
    let response;
    let answer = {};
    try {
      response = await window.fetch(string.element.dataset.twString, {
        method: 'POST',
        body: new URLSearchParams({ text, seen: string.seen.value }),
        headers: { 'X-CSRFToken': token, 'X-Requested-With': 'XMLHttpRequest' },
      });
      answer = await response.json();
    } catch (error) {
      tell(string, words.twFailed);
      announce(words.twFailed);
      return;
    }
    if (response.ok) saved(string, text, answer);
    else refused(string, text, answer);
  }

  function saved(string, text, answer) {
    string.saved = text;
    string.seen.value = answer.seen;
    string.trouble.hidden = true;
    string.field.removeAttribute('aria-invalid');
    string.state.textContent = answer.label;
    string.state.className = `tw-state tw-state--${answer.state}`;
    string.element.className = `tw-string tw-string--${answer.state}`;
    const outdated = string.element.querySelector('[data-tw-outdated]');
    if (outdated && text.trim()) outdated.remove();
    tell(string, answer.message);
    announce(answer.message);
  }

  function refused(string, text, answer) {
    string.field.setAttribute('aria-invalid', 'true');
    string.trouble.replaceChildren(paragraph(answer.message));
    string.trouble.hidden = false;
    tell(string, words.twUnsaved);
    announce(answer.message);
    if (answer.theirs !== undefined) {
      string.stopped = true;
      string.trouble.append(paragraph(words.twNow, 'tw-muted'));
      const theirs = paragraph(answer.theirs || '–', 'tw-theirs');
      theirs.lang = string.field.lang;
      string.trouble.append(theirs);
      string.trouble.append(button(words.twMine, () => decide(string, answer.seen, string.field.value)));
      string.trouble.append(button(words.twTheirs, () => decide(string, answer.seen, answer.theirs)));
    } else if (answer.kept) {
      string.saved = text;
      string.stopped = true;
      string.trouble.append(button(words.twReload, () => window.location.reload()));
    }
    const active = document.activeElement;
    if (active === document.body || string.element.contains(active)) {
      string.trouble.scrollIntoView({ block: 'nearest' });
    }
  }

  function decide(string, seen, text) {
    const changed = text !== string.field.value;
    string.stopped = false;
    string.seen.value = seen;
    string.field.value = text;
    string.field.removeAttribute('aria-invalid');
    string.trouble.hidden = true;
    string.saved = changed ? text : null;
    string.field.focus();
    if (changed) tell(string, '');
    else save(string);
    showBar();
  }

  function paragraph(text, name) {
    const element = document.createElement('p');
    element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  function button(text, act) {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'button button-secondary button-small';
    element.textContent = text;
    element.addEventListener('click', act);
    return element;
  }

  function tell(string, text) {
    string.status.textContent = text;
  }

  let leaving = false;
  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('beforeunload', (event) => {
    const comments = [...form.querySelectorAll('[data-tw-comment]')].some((field) => field.value.trim());
    if (!leaving && (comments || unsaved().length)) event.preventDefault();
  });
  bench.querySelectorAll('[data-tw-jump]').forEach((link) => {
    link.addEventListener('click', (event) => {
      const field = document.getElementById(`text-${link.dataset.twJump}`);
      if (!field) return;
      event.preventDefault();
      field.closest('article').scrollIntoView();
      field.focus();
    });
  });
  strings.forEach((string) => grow(string.field));
  showBar();
})();
