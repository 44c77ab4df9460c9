import { english } from './words-of-english.js';

/** Given names that are as often a word, a place or a role in this field: they tell nobody. */
const otherwise = new Set(
  (
    'abbey abu amber angel april art ashley ashton august aurora autumn bill blaze blossom bo bob bradford brook buck buddy burt ' +
    'cameron carolina charity chase chelsea chester christian chuck clay cole constance crystal curt dale dawn dee destiny devon ' +
    'dick don dot drew earl east eden ed emerald ernest eve faith fern florence forrest francis francisco gale gay gene genesis ' +
    'ginger glen grace grant guy harmony heather homer honor hope hunter ira jade jesus joy june justice kendal kim lane laurel ' +
    'lee leigh les lily lin madison major mark marshal marshall may melody merit misty nelson nick page paris pat peg penny pip ' +
    'poppy precious preston prince princess randy ray rich rick rob robin rod roman rose rosemary royal rusty sage sandy savannah ' +
    'serenity sierra skip sky sri star sterling stormy summer sunny tad terra tia trinity ty van virginia wade ward wes west will ' +
    'woody wren'
  ).split(' '),
);
const isNameTag = /^(?:First|Male|Female)Name$/;
/** The part of its model that is looked into: by word, what it may be. */
interface Lexicon {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> };
}

/** Common on our wards, and not in the list of `compromise`. */
const others = (
  'priya kath ivy winnie shazia noreen zainab sukhdev gurpreet harpreet doris edna gladys jean wilf reg gaz kev shaz glenys ' +
  'bronwen rhys sian aoife imran tariq rekha raj kwame kofi ebube chidi ngozi oluwaseun agnieszka katarzyna ioana callum declan'
).split(' ');

let givenNames: ReadonlySet<string> | undefined;

function readNames(): ReadonlySet<string> {
  const names = Object.entries((english().model() as Lexicon).one.lexicon)
    .filter(([name, tags]) => [tags].flat().some((tag) => isNameTag.test(tag)) && !otherwise.has(name))
    .map(([name]) => name);
  return new Set([...others, ...names]);
}

/** Is it what people are called, whatever its capitals, and hardly ever anything else? */
export function isGivenName(word: string): boolean {
  givenNames ??= readNames();
  return givenNames.has(word.toLowerCase());
}
