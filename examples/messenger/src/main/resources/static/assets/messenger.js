'use strict';
// The messenger's page. All that people wrote reaches the document as text, never as markup.

const API = '/api/sms/v1';
const el = (id) => document.getElementById(id);
const state = { me: null, list: new Map(), listAfter: null, open: null, missing: null, thread: null, sendKey: null, busy: false };

async function api(path, body, headers = {}) {
  const options = { headers: { Accept: 'application/json', ...headers } };
  if (body) {
    const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie);
    options.method = 'POST';
    options.body = JSON.stringify(body);
    options.headers['Content-Type'] = 'application/json';
    options.headers['X-XSRF-TOKEN'] = token ? decodeURIComponent(token[1]) : '';
  }
  const answer = await fetch(API + path, options);
  if (answer.status === 401) {
    location.assign('/login');
  }
  const json = await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(json.detail || json.title), { status: answer.status });
  }
  return json;
}

function make(tag, text, className) {
  const node = document.createElement(tag);
  node.textContent = text;
  node.className = className || '';
  return node;
}

const time = (instant) => {
  const when = new Date(instant);
  const today = when.toDateString() === new Date().toDateString();
  return today
    ? when.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    : when.toLocaleDateString([], { day: 'numeric', month: 'short' });
};
const numberName = (number) => (number.label ? `${number.label} ${number.number}` : number.number);
const STATUS = { QUEUED: 'Queued', SENDING: 'Sending…', SENT: 'Sent', DELIVERED: 'Delivered', FAILED: 'Not delivered' };
const REASON = {
  SCHEDULED: 'Scheduled', UNKNOWN: 'Outcome unknown', UNCONFIRMED: 'Sent, not confirmed', CANCELLED: 'Cancelled',
  BLOCKED: 'Blocked', EXPIRED: 'Expired', FAILED: 'Failed', UNDELIVERED: 'Not delivered',
};

// ---- the list

function conversationRow(conversation) {
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.href = `/messenger/conversation/${encodeURIComponent(conversation.id)}`;
  link.className = conversation.unread ? 'unread' : '';
  if (conversation.id === state.open) {
    link.setAttribute('aria-current', 'page');
  }
  const when = make('time', time(conversation.lastActivityAt));
  when.dateTime = conversation.lastActivityAt;
  const mine = conversation.lastDirection === 'OUTBOUND' ? 'You: ' : '';
  link.append(make('strong', conversation.peerName || conversation.peer), when, make('span', mine + conversation.preview, 'preview'));
  if (conversation.unread) {
    const badge = make('span', conversation.unreadCount || '•', 'count');
    badge.setAttribute('aria-label', `${conversation.unreadCount || ''} unread`.trim());
    link.append(badge);
  }
  row.append(link);
  return row;
}

async function loadList(after) {
  const page = await api('/conversations?limit=50' + (after ? `&after=${encodeURIComponent(after)}` : ''));
  page.data.forEach((conversation) => state.list.set(conversation.id, conversation));
  if (after || state.listAfter === null) {
    state.listAfter = page.page.hasAfter ? page.page.after : '';
  }
  showList();
}

function showList() {
  const rows = [...state.list.values()].sort((a, b) => Date.parse(b.lastActivityAt) - Date.parse(a.lastActivityAt));
  const look = JSON.stringify([rows, state.open]);
  if (look !== state.listLook) {
    state.listLook = look;
    const focused = document.activeElement && document.activeElement.getAttribute('href');
    el('conversations').replaceChildren(...rows.map(conversationRow));
    const again = focused && [...el('conversations').querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
    if (again) {
      again.focus();
    }
  }
  el('more').hidden = !state.listAfter;
  el('none').hidden = rows.length > 0;
  const unread = rows.reduce((sum, conversation) => sum + conversation.unreadCount, 0);
  document.title = unread ? `(${unread}) SMS Messenger` : 'SMS Messenger';
}

// ---- one conversation

function note(message) {
  const status = message.direction === 'INBOUND' ? '' : ` · ${REASON[message.status] || STATUS[message.coarseStatus]}`;
  const why = message.failure && message.failure.detail ? `: ${message.failure.detail}` : '';
  return time(message.occurredAt) + status + why;
}

function showMessage(message, first) {
  let row = state.thread.rows.get(message.id);
  if (!row) {
    row = document.createElement('li');
    row.append(make('p', message.text), ...message.mediaUrls.map((url) => make('p', url, 'note')), make('p', '', 'note'));
    state.thread.rows.set(message.id, row);
    el('messages').insertBefore(row, first);
  }
  row.className = (message.direction === 'OUTBOUND' ? 'mine' : 'theirs') + (message.coarseStatus === 'FAILED' ? ' failed' : '');
  const words = note(message);
  if (row.lastChild.textContent !== words) {
    row.lastChild.textContent = words;
  }
}

async function loadThread(before) {
  const id = state.open;
  const [conversation, page] = await Promise.all([
    api(`/conversations/${encodeURIComponent(id)}`),
    api(`/conversations/${encodeURIComponent(id)}/messages?limit=50` + (before ? `&before=${encodeURIComponent(before)}` : '')),
  ]);
  if (id !== state.open) {
    return;
  }
  const known = state.thread && page.data.some((message) => state.thread.rows.has(message.id));
  if (!state.thread || (!before && !known)) {
    state.thread = { rows: new Map(), before: page.page.hasBefore ? page.page.before : '' };
    el('messages').replaceChildren();
  }
  if (before) {
    state.thread.before = page.page.hasBefore ? page.page.before : '';
  }
  const log = el('messages');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const count = state.thread.rows.size;
  const first = before ? log.firstChild : null;
  page.data.forEach((message) => showMessage(message, first));
  if (!before && atEnd && state.thread.rows.size > count) {
    log.scrollTop = log.scrollHeight;
  }
  state.list.set(conversation.id, conversation);
  const number = state.me.numbers.find((own) => own.id === conversation.numberId);
  el('peer').textContent = conversation.peerName ? `${conversation.peerName} ${conversation.peer}` : conversation.peer;
  el('via').textContent = `via ${number ? numberName(number) : conversation.number}`;
  el('older').hidden = !state.thread.before;
  const last = page.data[page.data.length - 1];
  if (conversation.unread && last && !before && !document.hidden) {
    const left = await api(`/conversations/${encodeURIComponent(id)}/read`, { upTo: last.id });
    state.list.set(id, { ...conversation, unreadCount: left.unreadCount, unread: left.unreadCount > 0 });
  }
  showList();
}

// ---- moving about, and sending

function show(path) {
  const found = /^\/messenger\/conversation\/([^/]+)$/.exec(path);
  const wasOpen = state.open;
  state.open = found ? decodeURIComponent(found[1]) : null;
  if (state.open !== wasOpen) {
    state.thread = null;
    state.missing = null;
    state.sendKey = null;
    el('messages').replaceChildren();
    el('peer').textContent = '';
    el('via').textContent = '';
    el('refused').textContent = '';
  }
  const writing = path.endsWith('#new') && !state.open;
  const able = state.me.numbers.length > 0;
  document.querySelector('.panes').classList.toggle('reading', Boolean(state.open) || writing || !able);
  el('thread').hidden = !state.open;
  el('setup').hidden = able;
  el('unchosen').hidden = Boolean(state.open) || writing || !able;
  el('composer').hidden = !able || (!state.open && !writing);
  el('first').hidden = Boolean(state.open);
  el('to').required = !state.open;
  el('new').hidden = !able;
  showList();
}

function go(path) {
  history.pushState(null, '', path);
  show(path);
  return refresh();
}

function trouble(words) {
  // Said once, not at every look.
  if (el('trouble').textContent !== words) {
    el('trouble').textContent = words;
  }
  el('trouble').hidden = !words;
}

async function refresh() {
  try {
    const there = state.open && state.open !== state.missing;
    await Promise.all([loadList(), there ? loadThread() : null]);
    trouble(state.open && !there ? "This conversation doesn't exist or isn't yours." : '');
  } catch (failure) {
    if (failure.status === 404) {
      state.missing = state.open;
      el('thread').hidden = true;
      el('composer').hidden = true;
      await refresh();
    } else {
      trouble("Couldn't load messages. Trying again…");
    }
  }
}

async function send(event) {
  event.preventDefault();
  if (state.busy) {
    return;
  }
  state.busy = true;
  el('send').disabled = true;
  el('refused').textContent = '';
  const text = el('text').value;
  const draft = state.open ? { conversationId: state.open, text } : { numberId: el('from').value, to: el('to').value, text };
  // The same draft keeps its key, so pressing Send again after a lost answer sends no second text.
  const look = JSON.stringify(draft);
  if (!state.sendKey || state.sendKey.look !== look) {
    state.sendKey = { look, key: [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('') };
  }
  try {
    const sent = await api('/messages', draft, { 'Idempotency-Key': state.sendKey.key });
    state.sendKey = null;
    el('text').value = '';
    el('to').value = '';
    await go(`/messenger/conversation/${encodeURIComponent(sent.conversationId)}`);
    el('messages').scrollTop = el('messages').scrollHeight;
  } catch (failure) {
    el('refused').textContent = failure.status ? failure.message : 'No answer. Your text is still here: try again.';
  } finally {
    state.busy = false;
    el('send').disabled = false;
    el('text').focus();
  }
}

async function keepUp() {
  if (!document.hidden) {
    await refresh();
  }
  setTimeout(keepUp, 2000);
}

async function begin() {
  try {
    state.me = await api('/me');
  } catch (failure) {
    trouble("Couldn't load your numbers. Trying again…");
    setTimeout(begin, 2000);
    return;
  }
  el('from').replaceChildren(...state.me.numbers.map((number) => {
    const option = make('option', numberName(number));
    option.value = number.id;
    option.selected = number.default;
    return option;
  }));
  // The login leads here with a question mark behind the address.
  history.replaceState(null, '', location.pathname + location.hash);
  show(location.pathname + location.hash);
  await keepUp();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('nav a, #back, #home');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    go(link.getAttribute('href'));
  }
});
el('new').addEventListener('click', () => {
  go('/messenger#new');
  el('to').focus();
});
el('more').addEventListener('click', () => loadList(state.listAfter).catch(refresh));
el('older').addEventListener('click', () => loadThread(state.thread.before).catch(refresh));
el('composer').addEventListener('submit', send);
window.addEventListener('popstate', () => {
  show(location.pathname + location.hash);
  refresh();
});
begin();
