/* The web page's part: finds or begins the conversation, draws it with Web Chat, and says how the line is. */

const savedAs = 'ap-pathway.conversation';
const api = `${location.origin}/v3/directline`;
/** Milliseconds between tries when the line is broken. Direct Line waits up to 20 seconds: it thinks of the internet. */
const patience = 3000;
const online = 2;
const expired = 3;
const failed = 4;

const byId = (id) => document.getElementById(id);
const { WebChat } = window;
/** The conversation on show; a late sign from an earlier one is not for the page any more. */
let present;

const colours = (name) => ({
  default: `var(--${name})`,
  subtle: name === 'text' ? 'var(--quiet)' : `var(--${name})`,
});
const foregroundColors = {
  default: colours('text'),
  accent: colours('accent'),
  attention: colours('bad'),
  dark: colours('text'),
  good: colours('good'),
  light: colours('quiet'),
  warning: colours('warn'),
};

/** Colours are variables of page.css, so that light and dark need nothing here. */
const styleOptions = {
  accent: 'var(--accent)',
  subtle: 'var(--quiet)',
  backgroundColor: 'var(--page)',
  primaryFont: 'var(--font)',
  fontSizeSmall: '0.8125rem',
  bubbleBackground: 'var(--card)',
  bubbleBorderColor: 'var(--line)',
  bubbleBorderRadius: 8,
  bubbleTextColor: 'var(--text)',
  bubbleFromUserBackground: 'var(--mine)',
  bubbleFromUserBorderColor: 'var(--mine)',
  bubbleFromUserBorderRadius: 8,
  bubbleFromUserTextColor: 'var(--text)',
  bubbleMaxWidth: 640,
  bubbleMinWidth: 60,
  cardEmphasisBackgroundColor: 'var(--soft)',
  cardPushButtonBackgroundColor: 'var(--accent)',
  cardPushButtonTextColor: 'var(--on-accent)',
  disableFileUpload: true,
  hideUploadButton: true,
  hideToaster: true,
  markdownRespectCRLF: true,
  maxMessageLength: 100000,
  sendBoxBackground: 'var(--card)',
  sendBoxBorderTop: '1px solid var(--line)',
  sendBoxButtonColor: 'var(--accent)',
  sendBoxButtonColorOnDisabled: 'var(--quiet)',
  sendBoxButtonShadeColorOnActive: 'var(--soft)',
  sendBoxButtonShadeColorOnDisabled: 'transparent',
  sendBoxButtonShadeColorOnHover: 'var(--soft)',
  sendBoxButtonKeyboardFocusIndicatorBorderColor: 'var(--focus)',
  sendBoxHeight: 52,
  sendBoxPlaceholderColor: 'var(--quiet)',
  sendBoxTextColor: 'var(--text)',
  sendBoxTextWrap: true,
  suggestedActionBackgroundColor: 'var(--card)',
  suggestedActionBackgroundColorOnActive: 'var(--soft)',
  suggestedActionBackgroundColorOnHover: 'var(--soft)',
  suggestedActionBorderColor: 'var(--accent)',
  suggestedActionBorderRadius: 6,
  suggestedActionHeight: 44,
  suggestedActionKeyboardFocusIndicatorBorderColor: 'transparent',
  suggestedActionLayout: 'stacked',
  suggestedActionTextColor: 'var(--accent)',
  suggestedActionsStackedLayoutButtonMaxHeight: 200,
  suggestedActionsStackedLayoutButtonTextWrap: true,
  suggestedActionsVisualKeyboardIndicatorColor: 'transparent',
  timestampColor: 'var(--quiet)',
  transcriptActivityVisualKeyboardIndicatorColor: 'var(--edge)',
  transcriptOverlayButtonBackground: 'var(--accent)',
  transcriptOverlayButtonBackgroundOnFocus: 'var(--accent-strong)',
  transcriptOverlayButtonBackgroundOnHover: 'var(--accent-strong)',
  transcriptOverlayButtonColor: 'var(--on-accent)',
  transcriptVisualKeyboardIndicatorColor: 'var(--focus)',
};

const adaptiveCardsHostConfig = {
  supportsInteractivity: true,
  fontFamily: 'var(--font)',
  fontSizes: { small: 14, default: 16, medium: 18, large: 20, extraLarge: 24 },
  lineHeights: { small: 20, default: 24, medium: 26, large: 28, extraLarge: 32 },
  spacing: { small: 6, default: 12, medium: 16, large: 24, extraLarge: 32, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: {
    default: { backgroundColor: 'var(--card)', foregroundColors },
    emphasis: { backgroundColor: 'var(--soft)', foregroundColors },
    // Without words on them: the pieces of a bar, which must stand out.
    accent: { backgroundColor: 'var(--accent)', foregroundColors },
    good: { backgroundColor: 'var(--good)', foregroundColors },
    attention: { backgroundColor: 'var(--bad-soft)', foregroundColors },
    warning: { backgroundColor: 'var(--warn)', foregroundColors },
  },
  actions: {
    actionAlignment: 'stretch',
    actionsOrientation: 'vertical',
    buttonSpacing: 8,
    maxActions: 6,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    spacing: 'default',
  },
  adaptiveCard: { allowCustomStyle: true },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder', spacing: 'small' },
  },
  textBlock: { headingLevel: 2 },
};

byId('file').addEventListener('change', sendFile);
if (WebChat) {
  byId('start-again').hidden = false;
  byId('start-again').addEventListener('click', () => byId('ask-again').showModal());
  byId('ask-again-no').addEventListener('click', () => byId('ask-again').close());
  byId('ask-again-yes').addEventListener('click', () => {
    byId('ask-again').close();
    remember(undefined);
    begin();
  });
  begin();
} else {
  say('The conversation could not be loaded. Reload this page to try again.', true);
}

/** Opens the saved conversation, or a new one when there is none or it is gone. Tries until the server is there. */
async function begin() {
  present?.directLine?.end();
  const mine = (present = {});
  say('Connecting…');
  for (;;) {
    const ticket = await newTicket(remembered()).catch(() => undefined);
    if (mine !== present) return;
    if (ticket) return open(ticket);
    say('Trying to connect…', true);
    await pause();
  }
}

function open(ticket) {
  present.directLine?.end();
  const line = WebChat.createDirectLine({
    domain: api,
    token: ticket.token,
    // A watermark comes with a conversation that has begun already.
    ...(ticket.watermark ? { conversationId: ticket.conversationId, watermark: ticket.watermark } : {}),
  });
  const mine = (present = { directLine: line, id: ticket.conversationId });
  beNear(line);
  line.services.WebSocket = watchedSocket(mine);
  line.connectionStatus$.subscribe((status) => {
    if (mine !== present) return;
    if (status === online) remember(mine.id);
    if (status === expired) renew(mine);
    if (status === failed) setTimeout(() => mine === present && begin(), patience);
  });
  draw(line);
}

/** Direct Line says nothing when its stream breaks, so the page looks at the socket itself. */
function watchedSocket(mine) {
  return class extends WebSocket {
    constructor(url) {
      super(url);
      this.addEventListener('open', () => mine === present && say('Connected'));
      this.addEventListener('close', () => {
        if (mine !== present) return;
        say('Trying to reconnect…', true);
        renew(mine, true);
      });
    }
  };
}

/** This server is near and its restarts are short: try often, and give an answer the time that it had. */
function beNear(line) {
  const { ajax } = line.services;
  const { timeout } = line;
  line.services.ajax = (request) => ajax({ ...request, timeout });
  line.timeout = patience;
  line.retries = Number.MAX_SAFE_INTEGER;
  line.getRetryDelay = () => patience / 3;
}

/** A new token for the same conversation, after a long sleep for instance. A conversation that is gone is begun anew. */
async function renew(mine, onlyLook = false) {
  for (;;) {
    const ticket = await newTicket(mine.id).catch(() => undefined);
    if (mine !== present) return;
    if (ticket && ticket.conversationId !== mine.id) return open(ticket);
    if (ticket && onlyLook) return;
    const found = ticket && (await streamOf(ticket).catch(() => undefined));
    if (mine !== present) return;
    if (found) return mine.directLine.reconnect(found);
    await pause();
  }
}

async function streamOf({ conversationId, token }) {
  const answer = await fetch(`${api}/conversations/${conversationId}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function newTicket(conversationId, again = true) {
  const answer = await fetch(`${api}/tokens/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ conversationId }),
  });
  if (answer.ok) return answer.json();
  if (answer.status === 401 && again) {
    // The page was reached from another site, where the cookie is held back; asking from here brings it or a new one.
    await fetch('/');
    return newTicket(conversationId, false);
  }
  if (conversationId && (answer.status === 403 || answer.status === 404)) return newTicket(undefined, again);
  throw new Error(`${answer.status}`);
}

function draw(line) {
  offerFile();
  const place = document.createElement('div');
  byId('chat').replaceChildren(place);
  WebChat.renderWebChat(
    {
      directLine: line,
      store: WebChat.createStore({}, () => (next) => (action) => next(prepared(action))),
      cardActionMiddleware,
      locale: 'en-GB',
      nonce: byId('page-script').nonce,
      styleOptions,
      adaptiveCardsHostConfig,
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: 'Type your answer or a question' },
    },
    place,
  );
}

/** What Web Chat does not know by itself: messages taken back, and the newer card action, for its older fallback. */
function prepared(action) {
  const activity = action.payload?.activity;
  if (action.type !== 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY' || !activity) return action;
  if (activity.type === 'messageDelete')
    return { type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: activity.id } };
  if (activity.type === 'message' && activity.from?.role === 'bot') offerFile(activity.channelData?.takes);
  if (!activity.attachments?.length) return action;
  const attachments = plainActions(activity.attachments);
  const channelData = { 'webchat:fallback-text': spoken(activity), ...activity.channelData };
  return { ...action, payload: { activity: { ...activity, attachments, channelData } } };
}

/** While a file is asked for, a button for it stands under the conversation. */
function offerFile(takes) {
  byId('attach').hidden = !takes;
  if (!takes) return;
  const { types, megabytes } = takes;
  byId('file').accept = types
    .flatMap((type) => (type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`]))
    .join(',');
  byId('file-limits').textContent = `${types.join(', ').toUpperCase()}, ${megabytes} MB at most`;
}

/** Sends the file as soon as it is chosen. What becomes of it is said in the conversation. */
async function sendFile() {
  const [file] = byId('file').files;
  byId('attach').reset();
  if (!file) return;
  const body = new FormData();
  body.append('file', file);
  say('Sending the file…');
  const answer = await fetch(`${api}/conversations/${present.id}/upload`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${present.directLine.token}` },
    body,
  }).catch(() => undefined);
  if (answer?.ok) return say('Connected');
  say(answer?.status === 413 ? 'That file is too large.' : 'The file could not be sent. Try again.', true);
}

/** What a screen reader says of a message with cards when it comes: Web Chat itself would leave out a card's words. */
function spoken({ text, attachments }) {
  return [text, ...attachments.flatMap(({ content }) => wordsOf(content))]
    .filter(Boolean)
    .join('\n')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#]/g, '');
}

function wordsOf(element) {
  if (!element || typeof element !== 'object') return [];
  const { text, label, title, value, type, body, items, columns, facts, actions } = element;
  const own = type ? [text, label, title] : [[title, value].filter(Boolean).join(': ')];
  return [
    ...own,
    ...[body, items, columns, facts, actions].flatMap((inner) => (inner ?? []).flatMap(wordsOf)),
  ];
}

function plainActions(value) {
  if (Array.isArray(value)) return value.map(plainActions);
  if (value === null || typeof value !== 'object') return value;
  if (value.type === 'Action.Execute')
    return value.fallback?.type === 'Action.Submit'
      ? value.fallback
      : { ...value, type: 'Action.Submit', data: { ...value.data, verb: value.verb } };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainActions(inner)]));
}

/**
 * Teams shows what a card button says by `msteams: { type: 'messageBack', displayText, text }` in its data. Here the
 * same data does the same, with what was filled in on the card, which Web Chat's own way would lose.
 */
function cardActionMiddleware() {
  return (next) => (asked) => {
    const { cardAction } = asked;
    const { msteams, ...data } = (cardAction.type === 'postBack' && cardAction.value) || {};
    if (msteams?.type === 'imBack')
      return next({ ...asked, cardAction: { type: 'imBack', value: msteams.value } });
    if (msteams?.type !== 'messageBack') return next(asked);
    const { displayText, text, value } = msteams;
    return next({
      ...asked,
      // Web Chat shows nothing for a message without text, whatever its display text.
      cardAction: {
        type: 'messageBack',
        displayText,
        text: text || displayText,
        value: { ...data, ...value },
      },
    });
  };
}

function say(text, trouble = false) {
  const status = byId('status');
  if (status.textContent !== text) status.textContent = text;
  status.toggleAttribute('data-trouble', trouble);
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, patience));
}

/* A browser may refuse to keep anything; then a reload begins a new conversation, and nothing else is lost. */
function remembered() {
  try {
    return localStorage.getItem(savedAs) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(id) {
  try {
    if (id) localStorage.setItem(savedAs, id);
    else localStorage.removeItem(savedAs);
  } catch {
    // See above.
  }
}
