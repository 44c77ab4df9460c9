import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../data/root.js';
import { everyCard, type Shown } from './support/every-card.js';

/**
 * Draws every card once, light and dark: `npm run cards`, then open `test-output/cards/index.html`. What can be reached
 * in several ways, or on several channels, is shown the first time only.
 */
const folder = join(root, 'test-output', 'cards');

/** What somebody would look for, in this order, and what belongs there: a kind of card, or what was said. */
const headings: readonly (readonly [string, RegExp])[] = [
  ['Parts to fill in', /^whole parts/],
  ['Where things stand', /“(?:continue|hello|home|my applications)”|greeting/],
  ['Questions, one by one', /^questions/],
  ['Who can apply, and are we ready', /“(?:am i ready|good practice|fix|eligibility|draft|apply)/],
  ['Checking and changing answers', /“(?:check|answer what|change|back|same|reopen|the start date)/],
  ['Sending, and the documents', /“(?:documents|sent|returned)/],
  ['After it is sent', /“(?:funded|not funded|recruited)/],
  ['Leaving, withdrawing, starting again', /“(?:save|withdraw|start over|copy)/],
  ['Dates and reminders', /^reminders|“(?:my reminders|remind|snooze|plan|calendar)/],
  ['Colleagues', /^colleagues|“(?:people|invite|ask a|hand over|join|who can i ask)/],
  ['Group chats', /^groups/],
  ['What is held', /“what do you hold/],
  ['Questions about the role and the scheme', /“(?:ap or|help me|what is|how long|universities)/],
  ['What is left of a card', /^in place/],
];

function headingOf({ group, name }: Shown): string {
  const found = headings.find(([, belongs]) => belongs.test(group) || belongs.test(name));
  return found?.[0] ?? 'Everything else that is said';
}

function inOrder(cards: readonly Shown[]): Shown[] {
  const order = headings.map(([heading]) => heading);
  const place = (heading: string) => (order.includes(heading) ? order.indexOf(heading) : order.length);
  return cards
    .map((one) => ({ ...one, group: headingOf(one) }))
    .sort((a, b) => place(a.group) - place(b.group));
}

function gallery(): Shown[] {
  const seen = new Set<string>();
  return everyCard().filter((one) => {
    if (one.group === 'plain') return false;
    const looks = lookOf(one);
    if (seen.has(looks)) return false;
    seen.add(looks);
    return true;
  });
}

/** What a person sees, without references and what is behind the buttons. */
function lookOf({ text = '', card }: Shown): string {
  const visible = JSON.stringify(card ?? {}, (key, value: unknown) =>
    ['data', 'fallback', 'refresh', 'fallbackText', 'value'].includes(key) ? undefined : value,
  );
  return `${text.replace(/AP-\S+/g, 'AP')}|${visible}`;
}

function page(cards: readonly Shown[]): string {
  const json = JSON.stringify(cards).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>AP Pathway: every card</title>
<style>${style}</style>
<h1>Every card that AP Pathway can send</h1>
<p><span id="count"></span> Each as in Teams, light and dark. The words above a card are the message that it comes with.</p>
<nav id="groups"></nav>
<main id="cards"></main>
<script src="adaptivecards.min.js"></script>
<script>const cards = ${json};\n${script}</script>
</html>
`;
}

const style = `
  body { font: 16px/1.45 "Segoe UI", system-ui, sans-serif; margin: 2rem auto; max-width: 1180px; padding: 0 1rem; color: #1b1b1b; }
  nav a { margin-right: 1rem; }
  h2 { margin-top: 3rem; border-bottom: 2px solid #ccc; text-transform: capitalize; }
  h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: start; }
  .theme { border-radius: 8px; padding: 1rem; overflow: hidden; }
  .light { background: #f5f5f5; color: #242424; }
  .dark { background: #1f1f1f; color: #fff; }
  .message, .card { border-radius: 6px; padding: .75rem 1rem; margin-bottom: .5rem; overflow-wrap: anywhere; }
  .light .message, .light .card { background: #fff; }
  .dark .message, .dark .card { background: #292929; }
  .message p { margin: 0 0 .6rem; } .message p:last-child { margin: 0; }
  .message blockquote { margin: 0 0 .6rem; padding-left: .75rem; border-left: 3px solid #888; }
  a { color: #4f52b2; } .dark a { color: #9ea2ff; }
  .ac-pushButton { font: inherit; padding: .3rem .8rem; border-radius: 4px; border: 1px solid #8888; background: transparent; color: inherit; cursor: pointer; white-space: normal !important; max-width: 100%; }
  .ac-pushButton > div { white-space: normal !important; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-input { font: inherit; width: 100%; box-sizing: border-box; padding: .3rem; border: 1px solid #8888; border-radius: 4px; background: transparent; color: inherit; }
  .ac-input[type=radio] { width: auto; }
  .ac-textBlock p { margin: 0; } .ac-textBlock ul, .ac-textBlock ol { margin: 0; padding-left: 1.2rem; }
  .ac-actionSet { flex-wrap: wrap !important; gap: 8px; } .ac-actionSet > :not(button) { display: none; }
  .ac-adaptiveCard > .ac-horizontal-separator:first-child { display: none; }
  option { color: #000; }
  @media (max-width: 800px) { .pair { grid-template-columns: 1fr; } }
`;

const script = `
const themes = {
  light: { text: '#242424', subtle: '#616161', accent: '#5b5fc7', bad: '#c4314b', card: '#ffffff', soft: '#f0f0f0', badSoft: '#fcf4f6' },
  dark: { text: '#ffffff', subtle: '#adadad', accent: '#9ea2ff', bad: '#f9526b', card: '#292929', soft: '#141414', badSoft: '#3e1f25' },
};
function colours(theme) {
  const one = (name) => ({ default: name, subtle: theme.subtle });
  return { default: one(theme.text), dark: one(theme.text), light: one(theme.subtle), accent: one(theme.accent),
    good: one(theme.text), warning: one(theme.text), attention: one(theme.bad) };
}
function hostConfig(theme) {
  const container = (backgroundColor) => ({ backgroundColor, foregroundColors: colours(theme) });
  return new AdaptiveCards.HostConfig({
    fontFamily: '"Segoe UI", system-ui, sans-serif',
    fontSizes: { small: 13, default: 15, medium: 18, large: 20, extraLarge: 24 },
    spacing: { small: 4, default: 10, medium: 16, large: 18, extraLarge: 28, padding: 10 },
    separator: { lineThickness: 1, lineColor: '#8886' },
    supportsInteractivity: true,
    containerStyles: { default: container(theme.card), emphasis: container(theme.soft), attention: container(theme.badSoft) },
    actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 220 }, value: { wrap: true }, spacing: 12 },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' *' }, optionalInputs: { weight: 'bolder' } } },
  });
}
function escape(text) { return text.replace(/&/g, '&amp;').replace(/</g, '&lt;'); }
function inline(text) {
  return escape(text)
    .replace(/\\[([^\\]]+)\\]\\((https?:[^)]+)\\)/g, '<a href="$2">$1</a>')
    .replace(/\\*\\*([^*]+)\\*\\*/g, '<strong>$1</strong>')
    .replace(/\\\\([\\\\\`*_[\\]<>#|~])/g, '$1');
}
function block(part) {
  if (part.startsWith('>')) return '<blockquote>' + markdown(part.replace(/^>[ ]?/gm, '')) + '</blockquote>';
  const rows = part.split('\\n'); let html = ''; let list = '';
  for (const row of rows) {
    const [, mark, rest] = /^(- |\\d+\\. )(.*)$/.exec(row) ?? [];
    const kind = mark ? (mark === '- ' ? 'ul' : 'ol') : '';
    if (list && list !== kind) { html += '</' + list + '>'; list = ''; }
    if (kind && !list) { html += '<' + kind + '>'; list = kind; }
    html += kind ? '<li>' + inline(rest) + '</li>' : '<p>' + inline(row) + '</p>';
  }
  return html + (list ? '</' + list + '>' : '');
}
function markdown(text) { return text.split(/\\n{2,}/).filter(Boolean).map(block).join(''); }
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown(text); result.didProcess = true; };

function draw(one, name) {
  const place = document.createElement('div');
  place.className = 'theme ' + name;
  if (one.text) {
    const message = document.createElement('div');
    message.className = 'message';
    message.innerHTML = markdown(one.text);
    place.append(message);
  }
  if (one.card) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfig(themes[name]);
    card.parse(one.card);
    const box = document.createElement('div');
    box.className = 'card';
    box.append(card.render());
    place.append(box);
  }
  return place;
}
// Hundreds at once are too much for some machines.
const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) { seen.unobserve(target); target.draw(); }
}, { rootMargin: '800px' });
function drawWhenSeen(pair, one) {
  pair.draw = () => pair.childElementCount || pair.append(draw(one, 'light'), draw(one, 'dark'));
  seen.observe(pair);
}
const groups = [...new Set(cards.map(({ group }) => group))];
document.getElementById('count').textContent = cards.length + ' in all.';
for (const group of groups) {
  const link = document.createElement('a');
  link.href = '#' + encodeURIComponent(group);
  link.textContent = group;
  document.getElementById('groups').append(link, ' ');
  const head = document.createElement('h2');
  head.id = group;
  head.textContent = group;
  document.getElementById('cards').append(head);
  for (const one of cards.filter((card) => card.group === group)) {
    const section = document.createElement('section');
    const title = document.createElement('h3');
    title.textContent = one.name;
    const pair = document.createElement('div');
    pair.className = 'pair';
    pair.style.minHeight = '120px';
    drawWhenSeen(pair, one);
    section.append(title, pair);
    document.getElementById('cards').append(section);
  }
}
document.body.dataset.drawn = String(cards.length);
`;

const cards = inOrder(gallery());
mkdirSync(folder, { recursive: true });
const bundle = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
copyFileSync(bundle, join(folder, 'adaptivecards.min.js'));
writeFileSync(join(folder, 'index.html'), page(cards));
console.log(`${cards.length} cards: ${join(folder, 'index.html')}`);
