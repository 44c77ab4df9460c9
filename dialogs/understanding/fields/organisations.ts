import { organisations, type Organisation } from '../../../data/organisations/organisations.js';
import { editDistance, normalise } from '../text.js';

/** An organisation that was named, in one of its ways. */
export interface NamedOrganisation {
  /** What it is today: several where a former one was split, none where it is no more. */
  readonly now: readonly Organisation[];
  /** The one that was named, which may be a former one. */
  readonly named: Organisation;
  /** False where it was told by a hospital of its own, a former name, a town or a slip of the finger. */
  readonly sure: boolean;
  /** Where in the text. */
  readonly from: number;
  readonly to: number;
}

/** Words that are in so many names that they tell none of them apart, and that people leave out. */
const common = new Set(
  'nhs trust trusts foundation ft fdn hospital hospitals hosp the ltd limited'.split(' '),
);
/** Words that are left out too, and that do tell some names apart. */
const weak = new Set(
  (
    'university teaching of and integrated care healthcare health community partnership services childrens acute ' +
    'general centre group cic mental district'
  ).split(' '),
);
const longestName = 12;
const shortestSlip = 6;
const mostCharacters = 400;

interface Known {
  readonly organisation: Organisation;
  readonly sure: boolean;
}

interface Table {
  readonly exact: ReadonlyMap<string, readonly Known[]>;
  readonly strong: ReadonlyMap<string, readonly Organisation[]>;
  readonly byCode: ReadonlyMap<string, Organisation>;
  readonly towns: ReadonlySet<string>;
}

let table: Table | undefined;

function tableOf(): Table {
  if (table) return table;
  const exact = new Map<string, Known[]>();
  const strong = new Map<string, Organisation[]>();
  const all = organisations();
  for (const organisation of all) {
    const isFormer = organisation.now !== undefined;
    const names = [organisation.name, ...organisation.also].map((name) => [coreOf(name), !isFormer] as const);
    const sites = organisation.sites.map((name) => [coreOf(name), false] as const);
    for (const [core, sure] of new Map([...sites, ...names]))
      exact.set(core, [...(exact.get(core) ?? []), { organisation, sure }]);
    const key = strongOf(coreOf(organisation.name));
    if (key && !isFormer) strong.set(key, [...(strong.get(key) ?? []), organisation]);
  }
  const byCode = new Map(all.flatMap((one) => (one.code ? [[one.code, one] as const] : [])));
  const towns = new Set(all.flatMap(({ town }) => (town ? [coreOf(town)] : [])));
  return (table = { exact, strong, byCode, towns });
}

/** The organisation that a text names, by its name, its abbreviation, a hospital of its own or a slip away. Pure. */
export function organisationIn(text: string): NamedOrganisation | undefined {
  if (text.length > mostCharacters) return undefined;
  const words = [...text.matchAll(/[\p{L}\p{N}&'’.]+/gu)].map((found) => ({
    said: found[0],
    core: coreOf(found[0]),
    from: found.index,
    to: found.index + found[0].replace(/\.$/, '').length,
  }));
  const whole = windowsOf(words);
  for (const find of [exactly, bySite, bySlip]) {
    for (const window of whole) {
      const found = find(window);
      if (found) return found;
    }
  }
  return undefined;
}

/** One key for however the same organisation is written: "MFT", "Manchester University NHS FT". */
export function organisationKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const found = organisationIn(name);
  const [one] = found?.now ?? [];
  const isWhole = found && coreOf(name.slice(0, found.from) + name.slice(found.to)) === '';
  const key = isWhole && one?.code ? one.code : coreOf(name) || normalise(name);
  if (keys.size > 5000) keys.clear();
  keys.set(name, key);
  return key;
}

const keys = new Map<string, string>();

/** The same organisation, by whichever of its names, or a slip of the finger away. */
export function sameOrganisation(a: string, b: string): boolean {
  const [one, other] = [organisationKey(a), organisationKey(b)];
  return one === other || (one.length >= shortestSlip && isSlip(one, other));
}

/** What people call its kind, where a question asks for kinds: "NHS trust". */
export function kindInWords({ kind }: Organisation): string {
  return kinds[kind];
}

const kinds: Readonly<Record<Organisation['kind'], string>> = {
  'nhs-trust': 'nhs trust',
  'integrated-care-board': 'integrated care board',
  cic: 'cic',
  'social-enterprise': 'social enterprise',
  'community-benefit-society': 'community benefit society',
  charity: 'charity',
  'not-for-profit-company': 'not for profit',
  'gp-federation': 'gp federation',
  hospice: 'hospice',
};

interface Word {
  readonly said: string;
  readonly core: string;
  readonly from: number;
  readonly to: number;
}

interface Window {
  readonly core: string;
  readonly words: readonly Word[];
  readonly isWhole: boolean;
}

/** Every run of words that may be a name, the longest first. */
function windowsOf(words: readonly Word[]): Window[] {
  const windows: Window[] = [];
  for (let length = Math.min(longestName, words.length); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const inside = words.slice(at, at + length);
      const core = inside
        .map((word) => word.core)
        .filter(Boolean)
        .join(' ');
      if (core) windows.push({ core, words: inside, isWhole: length === words.length });
    }
  return windows;
}

function exactly(window: Window): NamedOrganisation | undefined {
  const known = tableOf().exact.get(window.core);
  const [only] = known ?? [];
  if (!known || !only || !isMeant(window)) return undefined;
  const one = known.find(({ sure }) => sure) ?? only;
  const isTown = tableOf().towns.has(window.core) && !window.words.some(isCommon);
  return named(one.organisation, window, one.sure && !isTown);
}

/** "Trust", "hospital": it is about an organisation, whichever. */
function isCommon({ core, said }: Word): boolean {
  return core === '' && !/^the$/i.test(said);
}

/** In a longer text a single word counts only where it can hardly be another: "PAT" and not "pat". */
function isMeant({ core, words, isWhole }: Window): boolean {
  if (isWhole || core.includes(' ') || words.some(isCommon)) return true;
  return words.some(({ said }) => /^[A-Z]{2}/.test(said)) || /^[^aeiou]{3,}$/.test(core);
}

/** "Liverpool university trust": the words that tell, and none that is not in the name. */
function bySite(window: Window): NamedOrganisation | undefined {
  if (!window.isWhole) return undefined;
  const key = strongOf(window.core);
  const found = (tableOf().strong.get(key) ?? []).filter(({ name }) => {
    const has = new Set(coreOf(name).split(' '));
    return window.core.split(' ').every((word) => has.has(word));
  });
  const [only] = found;
  const isTown = tableOf().towns.has(window.core) && !window.words.some(isCommon);
  return only && found.length === 1 && !isTown ? named(only, window, false) : undefined;
}

function bySlip(window: Window): NamedOrganisation | undefined {
  if (!window.isWhole || window.core.length < shortestSlip) return undefined;
  for (const [core, [known]] of tableOf().exact)
    if (known && core.length >= shortestSlip && isSlip(window.core, core))
      return named(known.organisation, window, false);
  return undefined;
}

function isSlip(said: string, meant: string): boolean {
  const limit = meant.length >= 10 ? 2 : 1;
  return editDistance(said, meant, limit) <= limit && said[0] === meant[0];
}

function named(organisation: Organisation, { words }: Window, sure: boolean): NamedOrganisation {
  const { byCode } = tableOf();
  const now = organisation.now ? organisation.now.flatMap((code) => byCode.get(code) ?? []) : [organisation];
  return { now, named: organisation, sure, from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0 };
}

/** The words of a name that tell it from others, small and without marks. */
function coreOf(name: string): string {
  return normalise(name.replace(/&/g, ' and ').replace(/\bc\.?i\.?c\b\.?/gi, 'cic'))
    .split(' ')
    .filter((word) => !common.has(word))
    .join(' ');
}

function strongOf(core: string): string {
  return core
    .split(' ')
    .filter((word) => !weak.has(word))
    .join(' ');
}
